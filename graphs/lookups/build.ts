import type { LookupName, Lookups } from '#ports/lookups.ts'
import * as calendar from './calendar.ts'
import * as people from './people.ts'
import { type Asker, isInsider, type World } from './scope.ts'

const all = (world: World, asker: Asker): Lookups => ({
  'people.members': people.members(world),
  'people.find': people.find(world, asker),
  'calendar.events': calendar.events(world, asker),
  'calendar.event': calendar.event(world, asker),
  'calendar.busy': calendar.busy(world, asker),
  'calendar.holds': calendar.holds(world, asker),
  'calendar.places': calendar.places(world, asker),
  'links.base': async () => (isInsider(asker.principal) ? world.publicBase() : null),
  'invitation.reply': async (text) => world.readReply(text),
  'history.recent': () => world.recall.recent(asker.conversation),
  'history.of': calendar.history(world, asker),
})

/** The lookups one agent may use for one principal. Any other name throws: the contract is the whole of what it may ask. */
export function lookupsFor(world: World, asker: Asker, allowed: readonly LookupName[]): Lookups {
  const names = new Set<string>(allowed)
  return new Proxy(all(world, asker), {
    get(target, name) {
      if (!names.has(String(name))) throw new Error(`the contract does not name the lookup ${String(name)}`)
      return target[name as LookupName]
    },
  })
}

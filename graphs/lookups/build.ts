import type { LookupName, Lookups, RecentAction } from '#ports/lookups.ts'
import * as calendar from './calendar.ts'
import * as crm from './crm.ts'
import * as leads from './leads.ts'
import * as people from './people.ts'
import { type Asker, isInsider, type World } from './scope.ts'
import * as team from './team.ts'

const all = (world: World, asker: Asker): Lookups => ({
  'people.members': people.members(world),
  'people.find': people.find(world, asker),
  'calendar.events': calendar.events(world, asker),
  'calendar.event': calendar.event(world, asker),
  'calendar.busy': calendar.busy(world, asker),
  'calendar.holds': calendar.holds(world, asker),
  'calendar.places': calendar.places(world, asker),
  'links.base': async () => world.publicBase(),
  'invitation.reply': async (text) => world.readReply(text),
  'crm.get': crm.get(world, asker),
  'crm.find': crm.find(world, asker),
  'crm.list': crm.list(world, asker),
  'crm.byAddress': crm.byAddress(world, asker),
  'crm.activities': crm.activities(world, asker),
  'crm.fields': crm.fields(world, asker),
  'crm.aliases': crm.aliases(world, asker),
  'crm.untidy': crm.untidy(world, asker),
  'talk.last': crm.talk(world, asker),
  'reach.of': crm.reach(world, asker),
  'lead.mine': leads.mine(world, asker),
  'lead.identity': leads.identity(world),
  'lead.assigned': leads.assigned(world),
  'team.now': team.now(world),
  'history.written': crm.written(world, asker),
  'history.done': async (window) => (isInsider(asker.principal) ? world.recall.done(window, asker.principal) : []),
  'history.flags': async (window) => (isInsider(asker.principal) ? world.recall.flags(window) : []),
  'history.recent': async () => forEyesOf(asker, await world.recall.recent(asker.conversation)),
  'history.of': calendar.history(world, asker),
})

/** Which fields of a record were changed is for the team to know. */
const forEyesOf = ({ principal }: Asker, actions: readonly RecentAction[]): readonly RecentAction[] =>
  isInsider(principal) ? actions : actions.map(({ ops: _ops, ...action }) => action)

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

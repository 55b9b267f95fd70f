import type { Attendee, CalendarEvent } from '#kernel/event.ts'
import type { RulingDraft } from '#kernel/ruling.ts'
import { phrasesFor } from '../phrases.ts'
import type { Request } from '../request.ts'
import { sayEvent } from '../say.ts'
import { ask, askUnclear } from './ask.ts'
import { type Facts, isMember, nameOf, type SchedulingPolicy } from './facts.ts'
import { decideMove } from './move.ts'
import { propose, untoldOf } from './propose.ts'
import { meansSeries } from './series.ts'
import { updateSeries } from './series-change.ts'
import { isRuling, theOne } from './the-one.ts'

/** What an event says: its name, place and people. A new length is a move of its end. */
export function decideUpdate(request: Request, facts: Facts, policy: SchedulingPolicy): RulingDraft {
  const wanted = request.change ?? {}
  if (wanted.lengthMs !== undefined || wanted.longerMs !== undefined) return decideMove(request, facts, policy)
  const event = theOne(request, facts)
  if (isRuling(event)) return event
  if ((wanted.add || wanted.remove) && !isMember(facts)) {
    return { type: 'refuse', text: phrasesFor(facts).onlyTeamInvites, rule: 'only the team invites' }
  }
  const unclear = wanted.add ? askUnclear(request, facts) : null
  if (unclear) return unclear
  const changeOf = ({ attendees }: Pick<CalendarEvent, 'attendees'>) => ({
    ...(wanted.title === undefined ? {} : { title: wanted.title }),
    ...(wanted.location === undefined ? {} : { location: wanted.location }),
    ...(wanted.add || wanted.remove ? { attendees: tableOf(attendees, wanted, facts) } : {}),
  })
  const change = changeOf(event)
  if (Object.keys(change).length === 0) {
    return ask(`What shall I change about ${sayEvent(event, facts)}?`, ['change'])
  }
  if (meansSeries(request, event)) return updateSeries(request, event, facts, changeOf)
  const untold = wanted.add || wanted.remove ? untoldOf(facts.changed, facts) : []
  const args = { id: event.id, version: event.version, change }
  return propose([{ kind: 'calendar.update', args, because: 'asked to change it' }], [], facts, untold)
}

function tableOf(attendees: readonly Attendee[], wanted: { add?: boolean | undefined }, facts: Facts): Attendee[] {
  const others = attendees.filter((one) => !facts.changed.includes(one.address))
  if (!wanted.add) return others
  const kept = attendees.filter((one) => facts.changed.includes(one.address))
  const added = facts.changed
    .filter((address) => !kept.some((one) => one.address === address))
    .map((address): Attendee => ({ address, name: nameOf(facts, address), reply: 'needs_action' }))
  return [...others, ...kept, ...added]
}

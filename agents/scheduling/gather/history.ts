import type { CalendarEvent } from '#kernel/event.ts'
import { memberById } from '#policy/people.ts'
import type { Policy } from '#policy/policy.ts'
import type { Scope } from '#ports/agent.ts'
import type { Request } from '../request.ts'
import type { Facts } from '../rules/facts.ts'

type Before = Pick<Facts, 'movedBefore' | 'missedBefore' | 'reachable'>

export const NOTHING_BEFORE: Before = { movedBefore: 0, missedBefore: 0, reachable: false }

/** What was done before to the one meeting that an outsider wants to move, or that is spoken of as over. */
export async function doneBefore(
  request: Request,
  sought: readonly CalendarEvent[],
  team: readonly string[],
  scope: Scope<Policy>,
): Promise<Before> {
  const [event, ...more] = sought
  if (!event || more.length > 0) return NOTHING_BEFORE
  const { principal } = scope
  if (principal.kind === 'client' && (request.kind === 'move' || request.kind === 'cancel')) {
    const past = await scope.lookups['history.of'](event.id)
    const moves = past.filter((one) => one.kind === 'calendar.move' && one.by === principal.id)
    return { ...NOTHING_BEFORE, movedBefore: moves.length }
  }
  if (request.kind !== 'outcome') return NOTHING_BEFORE
  const guests = [event.organizer, ...event.attendees.map((one) => one.address)].filter(
    (address) => !team.includes(address),
  )
  const [made] = await scope.lookups['history.of'](event.series ?? event.id)
  const missed = await Promise.all(guests.map((guest) => scope.lookups['history.of'](`no-show:${guest}`)))
  const reachable = made !== undefined && !memberById(scope.policy, made.by)
  return { ...NOTHING_BEFORE, missedBefore: missed.flat().length, reachable }
}

import type { CalendarEvent } from '#kernel/event.ts'
import { addressOf, approversOf, memberById } from '#policy/people.ts'
import type { Policy, PolicyPerson } from '#policy/policy.ts'
import type { Scope } from '#ports/agent.ts'
import { nameFor, whoIsWho } from './gather/who.ts'
import { eventWindow, seatWindow } from './gather/windows.ts'
import type { Request } from './request.ts'
import { busyOf, sitsAt } from './rules/busy.ts'
import type { Facts } from './rules/facts.ts'
import type { Interval } from './rules/interval.ts'
import { meant } from './rules/meant.ts'
import type { Seat } from './rules/seat.ts'
import { tripsOf } from './rules/whereabouts.ts'

/** How many things lately spoken of are looked up. */
const RECENT = 3
/** Events whose guests are called by their names. */
const MOST_NAMED = 10

/** Looks up what the rules need for a request: who is meant, which events, and who is busy when. */
export async function gather(request: Request, scope: Scope<Policy>): Promise<{ request: Request; facts: Facts }> {
  const who = await whoIsWho(request, scope)
  const empty: Facts = { ...who.facts, seats: [], events: [], recent: [], movedBefore: 0 }
  const understood: Request = { ...request, people: who.people }
  if (scope.principal.assurance !== 'verified' && !request.fromPage) return { request: understood, facts: empty }

  const around = eventWindow(request, scope.nowMs)
  const [events, recent] = await Promise.all([eventsIn(around, scope), recentEvents(request, scope)])
  const seen: Facts = { ...empty, events, recent }
  const sought = [...meant(request, seen), ...(request.other ? meant({ ...request, which: request.other }, seen) : [])]
  const members = membersAt(request, seen, sought, scope)
  Object.assign(who.facts.names, await guestNames(sought, who.facts, scope))
  if (members.length === 0) return { request: understood, facts: seen }

  const window = seatWindow(request, sought, scope.nowMs, scope.policy.scheduling.defaults.horizonMs)
  const [more, seats] = await seatsOf(members, window, who.facts.team, scope)
  const byId = new Map([...events, ...more].map((event) => [event.id, event]))
  const all = [...byId.values()].sort((a, b) => (a.start < b.start ? -1 : 1))
  const movedBefore = await movesOf(request, sought, scope)
  return { request: understood, facts: { ...seen, events: all, seats, movedBefore } }
}

/** How often an outsider has moved the one meeting they want to move now. */
async function movesOf(request: Request, sought: readonly CalendarEvent[], scope: Scope<Policy>): Promise<number> {
  const [event, ...more] = sought
  if (!event || more.length > 0 || scope.principal.kind !== 'client') return 0
  if (request.kind !== 'move' && request.kind !== 'cancel') return 0
  const past = await scope.lookups['history.of'](event.id)
  return past.filter((one) => one.kind === 'calendar.move' && one.by === scope.principal.id).length
}

/** How those outside the team are called who sit at the events in question. */
async function guestNames(
  events: readonly CalendarEvent[],
  facts: Pick<Facts, 'names'>,
  scope: Scope<Policy>,
): Promise<Record<string, string>> {
  const table = events
    .slice(0, MOST_NAMED)
    .flatMap(({ organizer, attendees }) => [{ address: organizer, name: null }, ...attendees])
  const unnamed = table.filter(({ address }) => !facts.names[address])
  return Object.fromEntries(
    await Promise.all(unnamed.map(async ({ address, name }) => [address, name ?? (await nameFor(address, scope))])),
  )
}

const eventsIn = async (window: Interval, scope: Scope<Policy>): Promise<readonly CalendarEvent[]> =>
  scope.principal.kind === 'stranger'
    ? []
    : scope.lookups['calendar.events']({ fromMs: window.startMs, toMs: window.endMs })

/** Events that were lately written in this conversation, newest first, each once. */
async function recentEvents(request: Request, scope: Scope<Policy>): Promise<CalendarEvent[]> {
  if (!request.which?.recent && request.kind !== 'why') return []
  const actions = await scope.lookups['history.recent']()
  const ids = [...new Set(actions.filter((one) => one.kind.startsWith('calendar.')).map((one) => one.record))]
  const found = await Promise.all(ids.slice(0, RECENT).map((id) => scope.lookups['calendar.event'](id)))
  return found.filter((event) => event !== null)
}

/** Members whose time matters: those of the event that is meant, else those the request names, the asker first. */
function membersAt(
  request: Request,
  facts: Facts,
  sought: readonly CalendarEvent[],
  scope: Scope<Policy>,
): PolicyPerson[] {
  const { policy, principal } = scope
  const me = principal.kind === 'member' ? memberById(policy, principal.id) : undefined
  const byAddress = (address: string) => policy.people.filter((person) => addressOf(person) === address)
  if (request.kind === 'who_free' || request.everyone) return sorted(policy.people, me)
  if (request.which && request.kind !== 'agenda') {
    return sorted(
      policy.people.filter((person) => sought.some((event) => sitsAt(event, addressOf(person)))),
      me,
    )
  }
  const named = facts.named.flatMap(byAddress)
  if (me) return sorted([me, ...named], me)
  return named.length > 0 ? named : approversOf(policy).slice(0, 1)
}

const sorted = (people: readonly PolicyPerson[], me: PolicyPerson | undefined): PolicyPerson[] =>
  [...new Set(people)].sort((a, b) => Number(b === me) - Number(a === me))

async function seatsOf(
  members: readonly PolicyPerson[],
  window: Interval,
  team: readonly string[],
  scope: Scope<Policy>,
): Promise<[readonly CalendarEvent[], Seat[]]> {
  const addresses = members.map(addressOf)
  const query = { addresses, fromMs: window.startMs, toMs: window.endMs }
  const [busy, holds, events] = await Promise.all([
    scope.lookups['calendar.busy'](query),
    scope.lookups['calendar.holds'](query),
    eventsIn(window, scope),
  ])
  const teamSet = new Set(team)
  const seats = members.map((person): Seat => {
    const address = addressOf(person)
    const of = <List extends { address: string }>(lists: readonly List[]) =>
      lists.find((one) => one.address === address)
    return {
      id: person.id,
      name: person.name,
      address,
      zone: person.timezone,
      trips: tripsOf(address, events, person.timezone),
      required: true,
      hours: person.workingHours,
      holidays: person.holidays,
      energy: person.energy,
      lunch: person.lunch,
      ignoresBeforeMinute: person.ignoresBeforeMinute,
      maxMeetingsPerDay: person.maxMeetingsPerDay,
      maxBackToBack: person.maxBackToBack,
      busy: busyOf(address, events, of(busy), of(holds), teamSet),
    }
  })
  return [events, seats]
}

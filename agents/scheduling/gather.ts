import { cleanName } from '#kernel/display.ts'
import type { CalendarEvent } from '#kernel/event.ts'
import { WEEK_MS } from '#kernel/units.ts'
import { addressOf, approversOf, memberById } from '#policy/people.ts'
import type { Policy, PolicyPerson } from '#policy/policy.ts'
import type { Scope } from '#ports/agent.ts'
import { withContacts } from './gather/contacts.ts'
import { doneBefore, NOTHING_BEFORE } from './gather/history.ts'
import { seriesOf } from './gather/series.ts'
import { nameFor, whoIsWho } from './gather/who.ts'
import { eventWindow, seatWindow } from './gather/windows.ts'
import { isPicked, type Request } from './request.ts'
import { attendanceOf } from './rules/attendance.ts'
import { busyOf, sitsAt, spanOf } from './rules/busy.ts'
import type { Facts } from './rules/facts.ts'
import type { Interval } from './rules/interval.ts'
import { asideOf } from './rules/make-way.ts'
import { meant } from './rules/meant.ts'
import type { Seat } from './rules/seat.ts'
import { movableEvents } from './rules/wanted.ts'
import { tripsOf } from './rules/whereabouts.ts'

/** How many things lately spoken of are looked up. */
const RECENT = 3
/** How far back attendance is looked at. */
const PAST_MS = 8 * WEEK_MS
const FINDS: ReadonlySet<Request['kind']> = new Set(['book', 'find', 'why'])
/** Events whose guests are called by their names. */
const MOST_NAMED = 10

/** Looks up what the rules need for a request: who is meant, which events, and who is busy when. */
export async function gather(asked: Request, scope: Scope<Policy>): Promise<{ request: Request; facts: Facts }> {
  const request = await withContacts(asked, scope)
  const who = await whoIsWho(request, scope)
  const empty: Facts = {
    ...who.facts,
    seats: [],
    aside: [],
    past: [],
    because: null,
    events: [],
    recent: [],
    series: {},
    ...NOTHING_BEFORE,
  }
  const understood: Request = { ...request, people: who.people }
  if (scope.principal.assurance !== 'verified' && !request.fromPage) return { request: understood, facts: empty }

  if (request.kind === 'link') return { request: understood, facts: { ...empty, pages: await pagesOf(scope) } }

  const around = eventWindow(request, scope.nowMs)
  const [events, recent] = await Promise.all([eventsIn(around, scope), recentEvents(request, scope)])
  const told: Facts = { ...empty, events, recent }
  const sought = [...meant(request, told), ...(request.other ? meant({ ...request, which: request.other }, told) : [])]
  const seen: Facts = { ...told, series: await seriesOf(request, sought, scope) }
  const members = membersAt(request, seen, sought, scope)
  Object.assign(who.facts.names, await guestNames(sought, who.facts, scope))
  if (members.length === 0) return { request: understood, facts: seen }

  const window = seatWindow(request, sought, scope.nowMs, scope.policy.scheduling.defaults.horizonMs)
  const [more, past] = await Promise.all([eventsIn(window, scope), pastOf(request, members, scope)])
  const byId = new Map([...events, ...more].map((event) => [event.id, event]))
  const all = [...byId.values()].sort((a, b) => (a.start < b.start ? -1 : 1))
  const known = { ...seen, events: all, past }
  const others = membersAside(members, known, scope)
  const seats = await seatsOf([...members, ...others], window, { events: more, past, team: who.facts.team }, scope)
  const [before, because] = await Promise.all([
    doneBefore(request, sought, who.facts.team, scope),
    becauseOf(request, sought, scope),
  ])
  return {
    request: understood,
    facts: {
      ...known,
      seats: seats.slice(0, members.length),
      aside: seats.slice(members.length),
      because,
      ...before,
    },
  }
}

/** Meetings of the last weeks of these people, where a time is to be found or explained: what they came to, who sat up late. */
async function pastOf(
  request: Request,
  members: readonly PolicyPerson[],
  scope: Scope<Policy>,
): Promise<readonly CalendarEvent[]> {
  const { kind, when } = request
  const stated = when?.clocked === true && when.kind === 'point' && !isPicked(when)
  if (scope.principal.kind !== 'member' || !FINDS.has(kind) || stated) return []
  const { nowMs } = scope
  return scope.lookups['calendar.events']({ fromMs: nowMs - PAST_MS, toMs: nowMs, people: members.map(addressOf) })
}

/** Members at meetings that might give way to this one: their time is looked at too. */
function membersAside(
  members: readonly PolicyPerson[],
  facts: Pick<Facts, 'events' | 'team' | 'nowMs'>,
  scope: Scope<Policy>,
): PolicyPerson[] {
  const coming = facts.events.filter((event) => spanOf(event).startMs > facts.nowMs)
  const movable = movableEvents({ ...facts, events: coming }, scope.policy.scheduling)
  return asideOf(movable, members.map(addressOf)).flatMap((address) =>
    scope.policy.people.filter((person) => addressOf(person) === address),
  )
}

/** What was said when the one event that is asked about was put where it is. */
async function becauseOf(
  request: Request,
  sought: readonly CalendarEvent[],
  scope: Scope<Policy>,
): Promise<string | null> {
  const [event, ...more] = sought
  if (!event || more.length > 0 || request.kind !== 'why' || scope.principal.kind !== 'member') return null
  const done = await scope.lookups['history.of'](event.id)
  return done.findLast((one) => one.kind === 'calendar.create' || one.kind === 'calendar.move')?.because ?? null
}

/** Booking pages on which the asker is met; one of their own is meant before one they share. */
async function pagesOf({ policy, principal, lookups }: Scope<Policy>): Promise<NonNullable<Facts['pages']>> {
  const own = Object.entries(policy.booking.pages)
    .filter(([, page]) => page.people.includes(principal.id))
    .sort(([, a], [, b]) => a.people.length - b.people.length)
    .map(([slug, page]) => ({ slug, types: page.types }))
  return { base: own.length > 0 ? await lookups['links.base']() : null, own }
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
    await Promise.all(
      unnamed.map(async ({ address, name }) => [address, name ? cleanName(name) : await nameFor(address, scope)]),
    ),
  )
}

const eventsIn = async (window: Interval, scope: Scope<Policy>): Promise<readonly CalendarEvent[]> =>
  scope.principal.kind === 'stranger'
    ? []
    : scope.lookups['calendar.events']({ fromMs: window.startMs, toMs: window.endMs })

/** Events that were lately written in this conversation, newest first, each once. */
async function recentEvents(request: Request, scope: Scope<Policy>): Promise<CalendarEvent[]> {
  const { which } = request
  const hourAlone = which?.when?.clocked === true && !which.when.dated
  if (!which?.recent && !hourAlone && request.kind !== 'why') return []
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
  known: { events: readonly CalendarEvent[]; past: readonly CalendarEvent[]; team: readonly string[] },
  scope: Scope<Policy>,
): Promise<Seat[]> {
  const addresses = members.map(addressOf)
  const query = { addresses, fromMs: window.startMs, toMs: window.endMs }
  const [busy, holds, days] = await Promise.all([
    scope.lookups['calendar.busy'](query),
    scope.lookups['calendar.holds'](query),
    scope.lookups['calendar.places'](query),
  ])
  const { events, past } = known
  const team = new Set(known.team)
  return members.map((person): Seat => {
    const address = addressOf(person)
    const of = <List extends { address: string }>(lists: readonly List[]) =>
      lists.find((one) => one.address === address)
    const trips = tripsOf(address, days, person.timezone)
    return {
      id: person.id,
      name: person.name,
      address,
      zone: person.timezone,
      trips,
      required: true,
      hours: person.workingHours,
      holidays: person.holidays,
      energy: person.energy,
      lunch: person.lunch,
      ignoresBeforeMinute: person.ignoresBeforeMinute,
      maxMeetingsPerDay: person.maxMeetingsPerDay,
      maxBackToBack: person.maxBackToBack,
      attendance: attendanceOf({ address, zone: person.timezone, trips }, past),
      busy: busyOf(address, events, of(busy), of(holds), team),
    }
  })
}

import { contract } from '#agents/scheduling/contract.ts'
import { gather } from '#agents/scheduling/gather.ts'
import { PACKS } from '#agents/scheduling/packs.ts'
import { blank, picked, type Request, type Which } from '#agents/scheduling/request.ts'
import { firmness, sitsAt } from '#agents/scheduling/rules/busy.ts'
import { dayAt, daysOf } from '#agents/scheduling/rules/days.ts'
import type { Facts } from '#agents/scheduling/rules/facts.ts'
import { type Meeting, meetingOf } from '#agents/scheduling/rules/meeting.ts'
import { firstSlots } from '#agents/scheduling/rules/slots.ts'
import { searchFor } from '#agents/scheduling/rules/wanted.ts'
import type { DeskContext } from '#desk/context.ts'
import { lookupsFor } from '#graphs/lookups/build.ts'
import type { World } from '#graphs/lookups/scope.ts'
import { cleanName } from '#kernel/display.ts'
import { type CalendarEvent, isAllDay } from '#kernel/event.ts'
import type { Principal } from '#kernel/principal.ts'
import { DAY_MS } from '#kernel/units.ts'
import { packInForce } from '#ladder/read-packs.ts'
import { addressOf, memberById } from '#policy/people.ts'
import type { Policy } from '#policy/policy.ts'
import type { Scope } from '#ports/agent.ts'
import type { Offered, Opening, Openings, OpeningsQuery } from '#ports/openings.ts'
import { heldSpans } from '#store/holds/holds.ts'
import { worldOf } from './world.ts'

/** How far ahead calendars are read, whatever the policy's horizon. */
const REACH_MS = 90 * DAY_MS
/** More starts than a page can show; a step of a minute must not fill the memory. */
const MOST = 5_000
/** Visitors see every start in the host's hours, on whatever wall of their own. */
const ANY_TIME = { fromMinute: 0, toMinute: 24 * 60 }

/** The scheduling agent's own rules, asked on behalf of somebody nobody knows yet. */
export function openingsOf(context: DeskContext): Openings {
  return {
    async find(query) {
      const policy = context.policy()
      const host = memberById(policy, query.people[0] ?? '')
      if (!host) return []
      const nowMs = context.clock.nowMs()
      const window = { ...query, toMs: Math.min(query.toMs, nowMs + REACH_MS) }
      if (window.toMs <= window.fromMs) return []
      const scope = visitorScope(context, host.timezone, query)
      const { request, facts } = await gather(findRequest(window, policy, host.timezone), scope)
      const meeting: Meeting = meetingOf(request, facts, policy.scheduling)
      const { defaults } = policy.scheduling
      const noticeMs = Math.max(0, defaults.noticeMs - query.graceMs)
      const search = searchFor(request, meeting, facts, {
        ...policy.scheduling,
        defaults: { ...defaults, noticeMs },
      })
      if (search.toMs <= search.fromMs) return []
      const slots = firstSlots(search, facts.seats, MOST)
      return withinLoad(context, facts, slots)
    },

    booking: ({ people, type, startMs, endMs, name, note }) => {
      const policy = context.policy()
      const host = memberById(policy, people[0] ?? '')
      const called = cleanName(name)
      const request: Request = {
        ...requestFor({ people, type }, policy),
        kind: 'book',
        title: { text: type === null ? `Meeting with ${called}` : `${sayType(type)} with ${called}`, span: null },
        when: picked(startMs, endMs, host?.timezone ?? policy.company.timezone),
        lengthMs: endMs - startMs,
        fromPage: true,
        note,
      }
      return { agent: contract.id, intent: 'book', request }
    },

    cancellation: (event) => ({
      agent: contract.id,
      intent: 'cancel',
      request: { ...blank('cancel'), which: { ...THAT_ONE, id: event }, fromPage: true },
    }),
  }
}

const THAT_ONE: Which = {
  id: null,
  recent: true,
  ordinal: null,
  all: false,
  words: '',
  said: '',
  when: null,
  scope: 'one',
}

/** The world through the eyes of a visitor: busy times of members without titles, no events, no contacts. */
function visitorScope(context: DeskContext, zone: string, query: OpeningsQuery): Scope<Policy> {
  const principal: Principal = {
    kind: 'stranger',
    id: 'visitor',
    name: null,
    assurance: 'verified',
    email: null,
    phone: null,
    zone,
    roles: [],
  }
  const asker = { principal, conversation: 'booking', task: '' }
  const world = withPauses(worldOf(context), context, query)
  return {
    principal,
    nowMs: context.clock.nowMs(),
    policy: context.policy(),
    lookups: lookupsFor(world, asker, contract.lookups),
    model: null,
    pack: packInForce({ contract, packs: PACKS }),
    channel: 'booking',
    conversation: asker.conversation,
    message: { channel: 'booking', subject: null, fields: {}, atMs: context.clock.nowMs() },
  }
}

/**
 * Kept times need the pause around them that they will need as meetings: two visitors side by side must not end up without
 * one. A visitor's own are theirs to change.
 */
function withPauses(world: World, { sql, clock, policy }: DeskContext, { type, except }: OpeningsQuery): World {
  const { meetingTypes, defaults } = policy().scheduling
  const { bufferBeforeMs, bufferAfterMs } = (type === null ? undefined : meetingTypes[type]) ?? defaults
  const own = new Set(except === 'all' ? [] : except)
  const holds: World['recall']['holds'] = ({ addresses, fromMs, toMs }) =>
    sql.read(function* () {
      const lists = []
      for (const address of addresses) {
        const spans = except === 'all' ? [] : yield* heldSpans(address, fromMs, toMs, clock.nowMs(), own)
        const busy = spans.map(({ startMs, endMs }) => ({
          startMs: startMs - bufferAfterMs,
          endMs: endMs + bufferBeforeMs,
          firm: true,
        }))
        lists.push({ address, readable: true, busy })
      }
      return lists
    })
  return { ...world, recall: { ...world.recall, holds } }
}

function requestFor({ people, type }: Offered, policy: Policy): Request {
  const named = people.flatMap((id) => memberById(policy, id) ?? [])
  return {
    ...blank('find'),
    type,
    people: named.map((person) => ({ words: person.name, span: null, address: addressOf(person), role: 'table' })),
  }
}

const findRequest = ({ fromMs, toMs, ...offered }: OpeningsQuery, policy: Policy, zone: string): Request => ({
  ...requestFor(offered, policy),
  bounds: ANY_TIME,
  when: { ...picked(fromMs, toMs, zone), kind: 'range', clocked: false },
})

/** Without days on which somebody has as many meetings as they take; kept times count, for they may become meetings. */
async function withinLoad(
  { calendar }: DeskContext,
  { seats, team }: Facts,
  slots: readonly Opening[],
): Promise<readonly Opening[]> {
  const [first, last] = [slots[0], slots.at(-1)]
  const limited = seats.filter((seat) => seat.maxMeetingsPerDay !== null)
  if (!first || !last || limited.length === 0) return slots
  const around = { fromMs: first.startMs - DAY_MS, toMs: last.endMs + DAY_MS }
  const events = await calendar.list({ ...around, addresses: limited.map((seat) => seat.address) })
  let left = slots
  for (const seat of limited) {
    const days = daysOf(seat.zone, first.startMs, last.endMs)
    const load = new Map<string, number>()
    const meetings = events.filter((event) => isMeetingOf(event, seat.address, new Set(team)))
    const held = seat.busy.firm.filter(({ what }) => what === 'hold')
    for (const startMs of [...meetings.map((event) => Date.parse(event.start)), ...held.map((one) => one.startMs)]) {
      const date = dayAt(days, startMs)?.date ?? ''
      load.set(date, (load.get(date) ?? 0) + 1)
    }
    const most = seat.maxMeetingsPerDay ?? 0
    left = left.filter(({ startMs }) => (load.get(dayAt(days, startMs)?.date ?? '') ?? 0) < most)
  }
  return left
}

const isMeetingOf = (event: CalendarEvent, address: string, team: ReadonlySet<string>): boolean =>
  event.kind === 'event' && !isAllDay(event) && sitsAt(event, address) && firmness(event, address, team) === 'firm'

/** `one_on_one` is said "One on one". */
const sayType = (type: string): string => {
  const words = type.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

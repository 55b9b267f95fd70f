import { DateTime } from 'luxon'
import { joinNames } from '#kernel/actions/calendar-facts.ts'
import { quoted } from '#kernel/display.ts'
import type { Choice, Proposed, RulingDraft } from '#kernel/ruling.ts'
import { MINUTE_MS } from '#kernel/units.ts'
import { sayAt, sayClock, sayDay } from '../say.ts'
import { ANYWAY, ask, choice, timeValue, UNCHECKED } from './ask.ts'
import type { Facts, SchedulingPolicy } from './facts.ts'
import { type Interval, overlaps } from './interval.ts'
import { nearSlots } from './place.ts'
import type { SlotSearch } from './search.ts'
import type { Seat } from './seat.ts'
import { type Clash, clashesOf, hiddenOf, isBearable, sayClash, sayMost } from './series-dates.ts'

/** The dates of a series at one place in the week or month, and how that place is called. */
export interface Anchor {
  /** `every Monday, 11:00` */
  readonly said: string
  readonly dates: readonly Interval[]
}

/** A series that is to be put somewhere, and how to do it. */
export interface SeriesPlacing {
  readonly title: string
  readonly verb: 'Book' | 'Move'
  /** Wall zone of the series. */
  readonly zone: string
  /** The series with its first date at that moment; null where it cannot be there. */
  readonly at: (startMs: number) => Anchor | null
  readonly startMs: number
  readonly seats: readonly Seat[]
  readonly search: SlotSearch
  /** Ids of events that make way. */
  readonly ignore: readonly string[]
  readonly overlap: boolean
  readonly unchecked: boolean
  readonly act: (options: { overlap: boolean; notes: string[]; choices: Choice[] }) => {
    actions: Proposed[]
    ruling: RulingDraft
  }
}

/** Other anchors are looked for this far from the one that was asked for. */
const HOURS_AROUND = 6
const STEP_MS = 30 * MINUTE_MS
const MOST_ANCHORS = 3

/**
 * A series at a stated time: put there where nearly all dates suit everybody, and the few that do not are named, each with a time
 * it could move to. Where more do not, another anchor is proposed.
 */
export function placeSeries(placing: SeriesPlacing, facts: Facts, policy: SchedulingPolicy): RulingDraft {
  const anchor = placing.at(placing.startMs)
  if (!anchor) {
    const text = `${quoted(placing.title)} repeats in a way that does not move to another day as a whole. I can move single dates of it.`
    return { type: 'answer', text }
  }
  const hidden = hiddenOf(placing.seats, facts)
  if (hidden.length > 0 && !placing.unchecked && !placing.overlap) return askHidden(hidden)
  const clashes = clashesOf(anchor.dates, placing.seats, facts, policy, placing.ignore)
  if (clashes.length === 0) return placing.act({ overlap: placing.overlap, notes: [], choices: [] }).ruling
  if (isBearable(clashes, anchor.dates)) return putWithExceptions(placing, anchor, clashes, facts)
  if (!placing.overlap) return askAnchor(placing, anchor, clashes, facts, policy)
  const others = clashes.filter(({ obstacles }) => obstacles.some((one) => !one.mine))
  const { actions, ruling } = placing.act({ overlap: true, notes: [], choices: [] })
  return others.length === 0 ? ruling : insist(placing, anchor, others, actions, facts)
}

function askHidden(hidden: readonly Seat[]): RulingDraft {
  const names = joinNames(hidden.map((seat) => seat.name))
  return ask(
    `I could not read the calendar of ${names}. Shall I go on without it?`,
    ['calendar'],
    [choice('Go on without it', UNCHECKED)],
  )
}

function putWithExceptions(
  placing: SeriesPlacing,
  anchor: Anchor,
  clashes: readonly Clash[],
  facts: Facts,
): RulingDraft {
  const moves = clashes.map((clash) => ({ clash, instead: insteadOf(clash.span, placing, anchor) }))
  const said = clashes.map((clash) => sayClash(clash, facts)).join(', ')
  const ways = moves.flatMap(({ clash, instead }) => (instead ? [sayMove(clash.span, instead, facts)] : []))
  const could = ways.length > 0 ? ` Free instead: ${ways.join('; ')}.` : ''
  const notes = [
    `${clashes.length} of the first ${anchor.dates.length} dates ${clashes.length === 1 ? 'clashes' : 'clash'}: ${said}.${could}`,
  ]
  const choices = moves.flatMap(({ clash, instead }) =>
    instead ? [moveChoice(placing, clash.span, instead, facts)] : [],
  )
  const [first] = anchor.dates
  const overlap = placing.overlap || clashes.some(({ span }) => span.startMs === first?.startMs)
  return placing.act({ overlap, notes, choices }).ruling
}

/** The nearest time that suits everybody, the same day before any other, and on no other date of the series. */
function insteadOf(span: Interval, placing: SeriesPlacing, anchor: Anchor): Interval | null {
  const near = nearSlots({ span, seats: placing.seats, search: { ...placing.search, fromMs: 0 } }, 6)
  const free = near.filter((slot) => !anchor.dates.some((date) => overlaps(date, slot)))
  const day = (ms: number) => DateTime.fromMillis(ms, { zone: placing.zone }).toISODate()
  const [best] = [...free].sort(
    (a, b) =>
      Number(day(a.startMs) !== day(span.startMs)) - Number(day(b.startMs) !== day(span.startMs)) ||
      Math.abs(a.startMs - span.startMs) - Math.abs(b.startMs - span.startMs),
  )
  return best ? { startMs: best.startMs, endMs: best.endMs } : null
}

/** `Mon 7 Dec to 13:15`, `Mon 28 Dec to Tue 29 Dec, 09:00` */
function sayMove(from: Interval, to: Interval, facts: Facts): string {
  const day = sayDay(from.startMs, facts)
  const sameDay = day === sayDay(to.startMs, facts)
  return `${day} to ${sameDay ? sayClock(to.startMs, facts.zone) : sayAt(to.startMs, facts.zone, facts)}`
}

/** A tap is a request of its own: the one date, named by its title and its time, to another time. */
function moveChoice({ title }: SeriesPlacing, from: Interval, to: Interval, facts: Facts): Choice {
  const moment = (ms: number) =>
    DateTime.fromMillis(ms, { zone: facts.zone, locale: 'en-GB' }).toFormat("d LLL yyyy 'at' HH:mm")
  const label = `Move ${sayMove(from, to, facts)}`
  return choice(label, `move "${title.replaceAll('"', '')}" on ${moment(from.startMs)} to ${moment(to.startMs)}`)
}

function askAnchor(
  placing: SeriesPlacing,
  anchor: Anchor,
  clashes: readonly Clash[],
  facts: Facts,
  policy: SchedulingPolicy,
): RulingDraft {
  const others = otherAnchors(placing, clashes.length, facts, policy)
  const anyway = placing.verb === 'Book' ? 'Book it anyway' : 'Move it anyway'
  const offer = others.length > 0 ? ' Better would be:' : ' I found no better time near it.'
  return ask(
    `${capital(anchor.said)}: ${sayMost(clashes, anchor.dates)}.${offer}`,
    ['when'],
    [
      ...others.map(({ other, span, count }) => choice(`${capital(other.said)} (${sayCount(count)})`, timeValue(span))),
      choice(anyway, ANYWAY),
    ],
  )
}

const sayCount = (count: number): string => (count === 0 ? 'no clash' : count === 1 ? '1 clash' : `${count} clashes`)

/** Two other hours of the same day and another day at the same hour, those with the fewest clashes first. */
export function otherAnchors(placing: SeriesPlacing, fewerThan: number, facts: Facts, policy: SchedulingPolicy) {
  const start = DateTime.fromMillis(placing.startMs, { zone: placing.zone })
  const hours = Array.from({ length: (2 * HOURS_AROUND * 60 * MINUTE_MS) / STEP_MS + 1 }, (_, at) => ({
    start: start.plus({ milliseconds: at * STEP_MS - HOURS_AROUND * 60 * MINUTE_MS }),
    otherDay: false,
  })).filter((one) => one.start.hasSame(start, 'day'))
  const days = [-3, -2, -1, 1, 2, 3].map((step) => ({ start: start.plus({ days: step }), otherDay: true }))
  const rated = [...hours, ...days.filter((one) => one.start.weekday <= 5)]
    .filter((one) => one.start.toMillis() > facts.nowMs && one.start.toMillis() !== placing.startMs)
    .flatMap(({ start: moment, otherDay }) => {
      const other = placing.at(moment.toMillis())
      const [span] = other?.dates ?? []
      if (!other || !span) return []
      const clashes = clashesOf(other.dates, placing.seats, facts, policy, placing.ignore)
      return clashes.length < fewerThan && isBearable(clashes, other.dates)
        ? [{ other, span, otherDay, count: clashes.length, farMs: Math.abs(span.startMs - placing.startMs) }]
        : []
    })
    .sort((a, b) => a.count - b.count || a.farMs - b.farMs)
  const sameDay = rated.filter((one) => !one.otherDay).slice(0, MOST_ANCHORS - 1)
  return [...sameDay, ...rated.filter((one) => one.otherDay).slice(0, MOST_ANCHORS - sameDay.length)]
}

function insist(
  placing: SeriesPlacing,
  anchor: Anchor,
  clashes: readonly Clash[],
  actions: Proposed[],
  facts: Facts,
): RulingDraft {
  const names = joinNames([
    ...new Set(clashes.flatMap(({ obstacles }) => obstacles.filter((one) => !one.mine).map((one) => one.seat.name))),
  ])
  const busy = clashes.some(({ obstacles }) => obstacles.some((one) => one.what === 'busy'))
  return {
    type: 'flag',
    reason: busy ? 'CONFLICT' : 'AUTHORITY',
    headline: `${placing.verb} ${quoted(placing.title)} ${placing.verb === 'Move' ? 'to ' : ''}${anchor.said} although it does not suit ${names}?`,
    rule: busy
      ? 'nobody is double-booked without their word'
      : 'nobody is booked outside their hours or protected time',
    evidence: [
      { text: sayMost(clashes, anchor.dates), source: 'calendar' },
      ...clashes.slice(0, 4).map((clash) => ({ text: sayClash(clash, facts), source: 'calendar' })),
    ],
    actions,
    reply: `I asked whether ${names} can make it.`,
  }
}

/** `every Monday, 11:00` on the wall of whoever asks. */
export const sayAnchor = (turn: string, startMs: number, facts: Facts): string =>
  `${turn}, ${sayClock(startMs, facts.zone)}`

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

import { quoted } from '#kernel/display.ts'
import { occurrencesOf, type SeriesShape } from '#kernel/series/occurrences.ts'
import { DAY_MS } from '#kernel/units.ts'
import { sayDay } from '../say.ts'
import { type Facts, isMember, type SchedulingPolicy } from './facts.ts'
import type { Interval } from './interval.ts'
import { type Obstacle, obstaclesTo } from './obstacles.ts'
import type { Seat } from './seat.ts'

/** A series is looked at this far ahead: the first dates, or half a year, whichever is less. Source: DOMAIN 4.3. */
const MOST_DATES = 12
const REACH_MS = 183 * DAY_MS
/** The share of dates that may clash in a series that is put up all the same. */
const BEARABLE = 0.2

/** A date of a series with what stands against it. */
export interface Clash {
  readonly span: Interval
  readonly obstacles: readonly Obstacle[]
}

/** The first dates of a series, as far as they are checked. */
export function firstDates(shape: SeriesShape, reachMs = REACH_MS, most = MOST_DATES): Interval[] {
  const dates: Interval[] = []
  const startMs = Date.parse(shape.start)
  for (const one of occurrencesOf(shape, startMs - DAY_MS, startMs + reachMs)) {
    dates.push({ startMs: one.startMs, endMs: one.endMs })
    if (dates.length >= most) break
  }
  return dates
}

/** The dates against which something stands for somebody, unreadable calendars apart. */
export function clashesOf(
  dates: readonly Interval[],
  seats: readonly Seat[],
  facts: Facts,
  policy: SchedulingPolicy,
  ignore: readonly string[],
): Clash[] {
  return dates.flatMap((span) => {
    const obstacles = obstaclesTo(span, seats, facts, policy, { ignore }).filter((one) => one.what !== 'unreadable')
    return obstacles.length > 0 ? [{ span, obstacles }] : []
  })
}

export const isBearable = (clashes: readonly Clash[], dates: readonly Interval[]): boolean =>
  clashes.length <= dates.length * BEARABLE

/** Members at the table whose calendar cannot be read; one's own is one's own business. */
export const hiddenOf = (seats: readonly Seat[], facts: Facts): Seat[] =>
  seats.filter((seat) => seat.required && !seat.busy.readable && !(isMember(facts) && seat.address === facts.me))

/** `Sam Ortiz has "Offsite"`, `Boxing Day`, `outside Priya Shah's hours`: each ground once. */
export function sayGrounds(obstacles: readonly Obstacle[]): string {
  return [...new Set(obstacles.map(sayGround))].join(', ')
}

function sayGround({ seat, mine, what, block, holiday }: Obstacle): string {
  const has = mine ? 'you have' : `${seat.name} has`
  if (what === 'holiday') return holiday ?? 'a public holiday'
  if (what === 'hours') return `outside ${seat.name}'s hours`
  if (what === 'protected') return `${seat.name} keeps it free`
  if (what === 'travel') return `${mine ? 'you are' : `${seat.name} is`} on the way`
  return `${has} ${block?.title ? quoted(block.title) : 'something'}`
}

/** What stands against most of the dates, with how many: `Sam Ortiz has "Sales" on 9`. */
export function sayMost(clashes: readonly Clash[], dates: readonly Interval[]): string {
  const counts = new Map<string, number>()
  for (const { obstacles } of clashes)
    for (const ground of new Set(obstacles.map(sayGround))) counts.set(ground, (counts.get(ground) ?? 0) + 1)
  const grounds = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 3)
  const said = grounds.map(([ground, count]) => `${ground} on ${count === dates.length ? 'all' : count}`)
  return `${clashes.length} of ${dates.length === 1 ? '1 date' : `the first ${dates.length} dates`} ${clashes.length === 1 ? 'clashes' : 'clash'} (${said.join('; ')})`
}

/** `Mon 28 Dec (Boxing Day)` */
export const sayClash = ({ span, obstacles }: Clash, facts: Facts): string =>
  `${sayDay(span.startMs, facts)} (${sayGrounds(obstacles)})`

import { quoted } from '#kernel/display.ts'
import type { RulingDraft } from '#kernel/ruling.ts'
import { movedRule, withParts } from '#kernel/series/moved-rule.ts'
import { occurrenceAt, ruleWalls, type SeriesShape } from '#kernel/series/occurrences.ts'
import { sayRule } from '#kernel/series/say-rule.ts'
import { momentToWall, type WallMs, wallToMs } from '#kernel/series/wall.ts'
import { toIso } from '#kernel/time.ts'
import { DAY_MS } from '#kernel/units.ts'
import { isPicked, type Request, type Wish } from '../request.ts'
import { sayAssumed, sayDay, sayLength } from '../say.ts'
import { ask, choice, timeValue } from './ask.ts'
import type { Facts, SchedulingPolicy } from './facts.ts'
import type { Interval } from './interval.ts'
import type { Meeting } from './meeting.ts'
import { createMeeting, propose, untoldOf } from './propose.ts'
import { noteClocks } from './series-clocks.ts'
import { firstDates } from './series-dates.ts'
import { type Anchor, otherAnchors, placeSeries, type SeriesPlacing, sayAnchor } from './series-place.ts'
import { statedSpan } from './stated.ts'
import { searchFor } from './wanted.ts'

/** Times that are offered where a series names none. */
const MOST_TIMES = 3

/** A series of the team's to be put into the calendar: checked date by date before it is there. */
export function bookSeries(
  request: Request & { recurrence: string; when: Wish },
  meeting: Meeting,
  facts: Facts,
  policy: SchedulingPolicy,
): RulingDraft {
  const zone = zoneFor(request, facts)
  const { when } = request
  const span = statedSpan(request, when, meeting.lengthMs) ?? {
    startMs: when.startMs,
    endMs: when.startMs + meeting.lengthMs,
  }
  const lengthMs = span.endMs - span.startMs
  const rule = ruleFor(request, span.startMs, zone)
  const firstMs = firstAhead(rule, span.startMs, zone, facts.nowMs)
  const placing: SeriesPlacing = {
    title: meeting.title,
    verb: 'Book',
    zone,
    at: (startMs) => anchorAt(rule, { firstMs, startMs, lengthMs }, zone, facts),
    startMs: firstMs,
    seats: facts.seats,
    search: searchFor(request, meeting, facts, policy),
    ignore: [],
    overlap: request.overlap,
    unchecked: request.unchecked,
    act: ({ overlap, notes, choices }) => {
      const first = { startMs: firstMs, endMs: firstMs + lengthMs }
      const what = { title: meeting.title, location: request.location, recurrence: rule, zone }
      const actions = [createMeeting(what, first, facts, { because: 'the time was stated', overlap })]
      const untold = untoldOf(
        facts.guests.map((guest) => guest.address),
        facts,
      )
      const said = [...sayAssumed(when, firstMs, facts), ...notes, ...noteClocks(shapeAt(rule, first, zone), facts)]
      return { actions, ruling: { ...propose(actions, said, facts, untold), choices } }
    },
  }
  if (when.clocked && !when.partOfDay) return placeSeries(placing, facts, policy)
  return askClock(placing, { rule, lengthMs, when }, facts, policy)
}

/** The one thing that was not said: at what time. The times with the fewest clashes are one tap each. */
function askClock(
  placing: SeriesPlacing,
  { rule, lengthMs, when }: { rule: string; lengthMs: number; when: Wish },
  facts: Facts,
  policy: SchedulingPolicy,
): RulingDraft {
  const midday = when.partOfDay ? placing.startMs : placing.startMs + 12 * 3_600_000
  const times = otherAnchors({ ...placing, startMs: midday }, Number.POSITIVE_INFINITY, facts, policy)
    .filter(({ otherDay }) => !otherDay)
    .slice(0, MOST_TIMES)
  const text = `At what time shall ${quoted(placing.title)} be: ${sayRule(rule)}, from ${sayDay(placing.startMs, facts)}, ${sayLength(lengthMs, facts)} each?`
  return ask(
    text,
    ['when'],
    times.map(({ other, span, count }) =>
      choice(
        `${other.said.replace(/^.*, /, '')}${count === 0 ? '' : ` (${count === 1 ? '1 clash' : `${count} clashes`})`}`,
        timeValue(span),
      ),
    ),
  )
}

/** The organizer's wall, unless another was named. */
function zoneFor({ when }: { when: Wish }, facts: Facts): string {
  if (when.zoneNamed) return when.zone
  return facts.seats.find((seat) => seat.address === facts.me)?.zone ?? facts.zone
}

const shapeAt = (recurrence: string, { startMs, endMs }: Interval, zone: string): SeriesShape => ({
  start: toIso(startMs),
  end: toIso(endMs),
  zone,
  recurrence,
  exdates: [],
  rdates: [],
})

/** The series with its first date at another moment: the rule turns with it. */
function anchorAt(
  rule: string,
  { firstMs, startMs, lengthMs }: { firstMs: number; startMs: number; lengthMs: number },
  zone: string,
  facts: Facts,
): Anchor | null {
  const [was, is] = [firstMs, startMs].map((ms) => momentToWall(toIso(ms), zone)) as [WallMs, WallMs]
  const moved = movedRule(rule, was, is)
  const shape = shapeAt(moved, { startMs, endMs: startMs + lengthMs }, zone)
  return { said: sayAnchor(sayRule(moved).replace(/, until .*$/, ''), startMs, facts), dates: firstDates(shape) }
}

/** The rule as asked for: turned to a day that was picked, and naming its hour where the clocks skip it on the first date. */
function ruleFor({ recurrence, when }: { recurrence: string; when: Wish }, startMs: number, zone: string): string {
  if (when.dst === 'gap') {
    const meant = new Date(momentToWall(toIso(startMs - DAY_MS), zone))
    return withParts(recurrence, { BYHOUR: String(meant.getUTCHours()), BYMINUTE: String(meant.getUTCMinutes()) })
  }
  return isPicked(when) ? onDayOf(recurrence, momentToWall(toIso(startMs), zone)) : recurrence
}

/** A day that was picked wins over the one the rule names: "every Monday" picked on a Tuesday is every Tuesday. */
function onDayOf(rule: string, wall: WallMs): string {
  const before = wall - 62 * DAY_MS
  let last: WallMs | null = null
  for (const named of namedBy(rule, before, wall + 62 * DAY_MS)) {
    if (named === wall) return rule
    last = named
    if (named > wall) break
  }
  return last === null ? rule : movedRule(rule, last, wall)
}

/** Wall times that a rule names, from one on: not the start, which every series has whether it is named or not. */
function* namedBy(rule: string, from: WallMs, to: WallMs): Generator<WallMs> {
  const open = rule.replace(/;?(?:COUNT|UNTIL|INTERVAL)=[^;]*/g, '')
  const shape = shapeAt(open, { startMs: from, endMs: from }, 'Etc/UTC')
  for (const wall of ruleWalls(shape, from, from, to)) if (wall !== from) yield wall
}

/** The first date of the rule that is not over: one said for today may have passed. */
function firstAhead(rule: string, startMs: number, zone: string, nowMs: number): number {
  const shape = shapeAt(rule, { startMs, endMs: startMs }, zone)
  for (const wall of ruleWalls(shape)) {
    const one = occurrenceAt(shape, wall)
    if (one.startMs >= nowMs) return one.startMs
  }
  return wallToMs(momentToWall(toIso(startMs), zone), zone)
}

import { isAllDay } from '../event.ts'
import { DAY_MS } from '../units.ts'
import { movedRule, withParts } from './moved-rule.ts'
import { occurrenceAt, ruleWalls, type SeriesShape } from './occurrences.ts'
import { parseRule, RuleProblem } from './rule.ts'
import { momentToWall, type WallMs, wallToMoment } from './wall.ts'

/** Where a series is cut, and where its instances go from there. */
export interface Cut {
  /** Original start of the first instance that changes. */
  from: string
  /** New start and end of that instance; absent: it stays where it is. */
  start?: string | undefined
  end?: string | undefined
}

export interface Halves {
  /** The series up to the cut, or null where nothing of it lies before. */
  before: SeriesShape | null
  /** What lies ahead, in its new place. */
  after: SeriesShape
  /** Original starts from the cut on, as they are called in `after`: the n-th stays the n-th. */
  renamed(originals: readonly string[]): Map<string, string>
}

/**
 * Cuts a series in two: COUNT is divided, UNTIL ends the same instance as before, dates left out or added go with the half
 * they lie in.
 * @throws RuleProblem where the rule starts no instance there, or does not bear the move
 */
export function splitAt(whole: SeriesShape, cut: Cut): Halves {
  const series = shapeOf(whole)
  const earlier = wallsUntil(series, cut.from)
  const at = earlier.pop()
  if (at === undefined) throw new RuleProblem(`the series has no date at ${cut.from}`)
  const start = cut.start ?? cut.from
  if (isAllDay({ start }) !== isAllDay(series)) throw new RuleProblem('whole days stay whole days')
  const to = cut.start === undefined ? at : momentToWall(cut.start, series.zone)
  const isLater = (moment: string) => momentToWall(moment, series.zone) >= (moment.length === 10 ? dayOf(at) : at)
  const dates = (list: readonly string[]) => ({
    earlier: list.filter((one) => !isLater(one)),
    later: list.filter(isLater),
  })
  const exdates = dates(series.exdates)
  const rdates = dates(series.rdates)
  const after: SeriesShape = {
    ...series,
    start,
    end: cut.end ?? occurrenceAt(series, to).end,
    recurrence: series.recurrence === null ? null : restOf(series, series.recurrence, { earlier, at, to }),
    exdates: [],
    rdates: rdates.later.map((moment) => stepped(moment, series, to - at)),
  }
  const renamed = (originals: readonly string[]) => pairs(series, at, after, to, originals)
  const names = renamed(exdates.later)
  const empty = rdates.earlier.length === 0 && earlier.every((wall) => isLeftOut(series, wall))
  return {
    before: empty ? null : { ...series, ...endedAt(series, earlier), exdates: exdates.earlier, rdates: rdates.earlier },
    after: { ...after, exdates: exdates.later.map((one) => names.get(one) ?? one) },
    renamed,
  }
}

/** Callers hand in whole records: a half holds only what says when. */
const shapeOf = ({ start, end, zone, recurrence, exdates, rdates }: SeriesShape): SeriesShape => ({
  start,
  end,
  zone,
  recurrence,
  exdates,
  rdates,
})

const dayOf = (wall: WallMs): WallMs => Math.floor(wall / DAY_MS) * DAY_MS

/** The walls of the rule up to and with the instance named; empty where it has none of that name. */
function wallsUntil(series: SeriesShape, original: string): WallMs[] {
  const walls: WallMs[] = []
  const last = momentToWall(original, series.zone) + DAY_MS
  for (const wall of ruleWalls(series)) {
    if (wall > last) return []
    walls.push(wall)
    if (occurrenceAt(series, wall).start === original) return walls
  }
  return []
}

function isLeftOut(series: SeriesShape, wall: WallMs): boolean {
  const names = [occurrenceAt(series, wall).start, new Date(wall).toISOString().slice(0, 10)]
  return series.exdates.some((one) => names.includes(one))
}

/** The earlier half's rule: as many instances as there were, by COUNT where it counted, else until the last of them. */
function endedAt(series: SeriesShape, earlier: readonly WallMs[]): Pick<SeriesShape, 'recurrence'> {
  const last = earlier.at(-1)
  if (series.recurrence === null || last === undefined) return { recurrence: null }
  const { count } = parseRule(series.recurrence)
  const [name, end] = count === null ? ['UNTIL', stamp(series, last)] : ['COUNT', String(earlier.length)]
  return { recurrence: withParts(series.recurrence, { [name]: end }) }
}

/** The later half's rule: moved, and with the same number of instances as were left. */
function restOf(
  series: SeriesShape,
  recurrence: string,
  { earlier, at, to }: { earlier: readonly WallMs[]; at: WallMs; to: WallMs },
): string {
  const rule = parseRule(recurrence)
  const moved = keptClock(movedRule(recurrence, at, to), series, to)
  if (rule.count !== null)
    return earlier.length === 0 ? moved : withParts(moved, { COUNT: String(rule.count - earlier.length) })
  if (rule.until === null || (at === to && moved === recurrence)) return moved
  let left = 0
  for (const wall of ruleWalls(series, undefined, at)) if (wall >= at) left += 1
  const next = { ...series, start: wallToMoment(to, series.zone, isAllDay(series)) }
  if (countOf({ ...next, recurrence: moved }, left) === left) return moved
  let last = to
  for (const wall of ruleWalls({ ...next, recurrence: withParts(moved, { UNTIL: null }) })) {
    last = wall
    left -= 1
    if (left <= 0) break
  }
  return withParts(moved, { UNTIL: stamp(series, last) })
}

/** How many instances a rule starts, as far as one more than `most`. */
function countOf(series: SeriesShape, most: number): number {
  let count = 0
  for (const _wall of ruleWalls(series)) if (++count > most) break
  return count
}

/** A half that begins in an hour the clocks skip would keep the shifted hour: its rule names the one that is meant. */
function keptClock(rule: string, series: SeriesShape, to: WallMs): string {
  if (isAllDay(series) || parseRule(rule).frequency === 'HOURLY') return rule
  if (momentToWall(wallToMoment(to, series.zone, false), series.zone) === to) return rule
  const meant = new Date(to)
  return withParts(rule, { BYHOUR: String(meant.getUTCHours()), BYMINUTE: String(meant.getUTCMinutes()) })
}

/** A wall time as UNTIL says it: a date for whole days, else an instant. */
function stamp(series: SeriesShape, wall: WallMs): string {
  return wallToMoment(wall, series.zone, isAllDay(series)).replace(/[-:]|\.\d+/g, '')
}

const stepped = (moment: string, series: SeriesShape, stepMs: number): string =>
  wallToMoment(momentToWall(moment, series.zone) + stepMs, series.zone, moment.length === 10)

/** The n-th instance of the old half and of the new one belong together; what the rule does not name moves by the step. */
function pairs(
  series: SeriesShape,
  at: WallMs,
  after: SeriesShape,
  to: WallMs,
  originals: readonly string[],
): Map<string, string> {
  const found = new Map(originals.map((one) => [one, stepped(one, series, dayOrMore(one, to - at))]))
  const open = new Set(originals.filter((one) => one.length === series.start.length))
  const lastOpen = Math.max(...[...open].map((one) => momentToWall(one, series.zone))) + DAY_MS
  const news = ruleWalls(after)
  for (const wall of ruleWalls(series, undefined, at)) {
    if (open.size === 0 || wall > lastOpen) break
    if (wall < at) continue
    const next = news.next()
    if (next.done) break
    const name = occurrenceAt(series, wall).start
    if (open.delete(name)) found.set(name, occurrenceAt(after, next.value).start)
  }
  return found
}

/** A date left out of a timed series moves by whole days. */
const dayOrMore = (moment: string, stepMs: number): number =>
  moment.length === 10 ? Math.round(stepMs / DAY_MS) * DAY_MS : stepMs

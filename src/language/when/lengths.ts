import { type Context, type Hit, isText, tokenAt } from './context.ts'
import type { Unit } from './lexicon.ts'
import { amount } from './numbers.ts'
import { add, DAY, finer, type Grain, HOUR, MINUTE, SECOND, type Wall, WEEK, weekdayOf } from './wall.ts'

/** A length of time as it was said: so many of each unit, biggest first or not. */
export interface Length {
  parts: readonly { count: number; unit: Unit }[]
  approximate: boolean
}

/** "90 minutes", "an hour and a half", "1h30", "2 years 1 month 21 days", "30'"; of so many parts at `most`. */
export function length(context: Context, index: number, most = Number.POSITIVE_INFINITY): Hit<Length> | null {
  const parts: { count: number; unit: Unit }[] = []
  let end = index
  for (let at = index; parts.length < most; ) {
    if (parts.length > 0 && andAHalf(context, end)) break
    const part = onePart(context, at) ?? (parts.length > 0 ? minutesAfterHours(context, at, parts) : null)
    if (!part || parts.some(({ unit }) => unit.grain === part.value.unit.grain)) break
    parts.push(part.value)
    end = part.end
    at = nextPart(context, end)
  }
  if (parts.length === 0) return null
  const tail = andAHalf(context, end)
  const last = parts.at(-1)
  if (tail && last && parts.length === 1) {
    parts[0] = { count: last.count + tail.value, unit: last.unit }
    end = tail.end
  }
  return { value: { parts, approximate: false }, end }
}

/** Where the next part of the length would stand: behind a comma, an "and", or at once. */
function nextPart(context: Context, index: number): number {
  const comma = isText(context, index, ',') ? index + 1 : index
  return tokenAt(context, comma).entry.mark === 'and' ? comma + 1 : comma
}

function onePart(context: Context, index: number): Hit<{ count: number; unit: Unit }> | null {
  const count = amount(context, index)
  if (!count) return null
  const sign = tokenAt(context, count.end)
  if (sign.glued && tokenAt(context, index).kind === 'digits' && (sign.text === "'" || sign.text === '"'))
    return {
      value: { count: count.value, unit: { grain: sign.text === "'" ? 'minute' : 'second', count: 1 } },
      end: count.end + 1,
    }
  const hyphen = sign.text === '-' && sign.glued ? count.end + 1 : count.end
  const working = isText(context, hyphen, 'business') || isText(context, hyphen, 'working')
  const token = tokenAt(context, working ? hyphen + 1 : hyphen)
  const unit = token.entry.unit
  if (!unit || (working && unit.grain !== 'day')) return null
  if (working) return { value: { count: count.value, unit: { ...unit, kind: 'working' } }, end: hyphen + 2 }
  const wordy = tokenAt(context, index).kind === 'word'
  if (
    wordy &&
    ((token.text.length < 3 && token.text !== 'hr') ||
      (token.entry.ordinal !== undefined && tokenAt(context, index).text.length < 3))
  )
    return null
  if (token.text.length === 1 && !token.glued && token.text !== 'h') return null
  return { value: { count: count.value, unit }, end: hyphen + 1 }
}

/** The 30 of "1h30". */
function minutesAfterHours(
  context: Context,
  index: number,
  parts: readonly { unit: Unit }[],
): Hit<{ count: number; unit: Unit }> | null {
  const token = tokenAt(context, index)
  const fits = token.kind === 'digits' && token.glued && token.end - token.start === 2 && token.value < 60
  return fits && parts.at(-1)?.unit.grain === 'hour'
    ? { value: { count: token.value, unit: { grain: 'minute', count: 1 } }, end: index + 1 }
    : null
}

/** "and a half", "and a quarter" behind the unit. */
function andAHalf(context: Context, index: number): Hit<number> | null {
  if (tokenAt(context, index).entry.mark !== 'and') return null
  const next = isText(context, index + 1, 'a') || isText(context, index + 1, 'an') ? index + 2 : index + 1
  const fraction = tokenAt(context, next).entry.fraction
  const more = tokenAt(context, next + 1)
  if (more.entry.unit || more.text === 'of') return null
  return fraction ? { value: fraction / 60, end: next + 1 } : null
}

/** Moves a wall time by a length; a sign of -1 goes back. Working days skip Saturday and Sunday. */
export function shift(wall: Wall, by: Length, sign: 1 | -1): Wall {
  let moved = wall
  for (const { count, unit } of by.parts) {
    if (unit.kind === 'working') moved = shiftWorkingDays(moved, count * sign)
    else moved = add(moved, count * unit.count * sign, unit.grain)
  }
  return moved
}

export function shiftWorkingDays(wall: Wall, count: number): Wall {
  let moved = wall
  for (let left = Math.min(Math.abs(Math.trunc(count)), 5000); left > 0; ) {
    moved += Math.sign(count) * DAY
    if (weekdayOf(moved) < 6) left--
  }
  return moved
}

/** The smallest unit of a length. */
export const grainOf = (by: Length): Grain =>
  by.parts.reduce<Grain>((least, { unit, count }) => {
    const grain = count % 1 !== 0 && unit.grain === 'hour' ? 'minute' : unit.grain
    return finer(grain, least) ? grain : least
  }, 'year')

const LETTER: Record<Grain, string> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  week: 'W',
  month: 'M',
  quarter: 'M',
  year: 'Y',
}
const MS: Record<Grain, number> = {
  second: SECOND,
  minute: MINUTE,
  hour: HOUR,
  day: DAY,
  week: WEEK,
  month: 30 * DAY,
  quarter: 90 * DAY,
  year: 365 * DAY,
}

/** Milliseconds, with 30 days a month and 365 a year. */
export const lengthMs = (by: Length): number =>
  Math.round(by.parts.reduce((sum, { count, unit }) => sum + count * unit.count * MS[unit.grain], 0))

/** ISO 8601 duration; weeks beside other units are written as days. */
export function lengthIso(by: Length): string {
  const sums = new Map<Grain, number>()
  const mixed = by.parts.length > 1
  for (const { count, unit } of by.parts) {
    const [grain, factor] =
      unit.grain === 'quarter'
        ? (['month', 3] as const)
        : mixed && unit.grain === 'week'
          ? (['day', 7] as const)
          : ([unit.grain, 1] as const)
    sums.set(grain, (sums.get(grain) ?? 0) + count * unit.count * factor)
  }
  const write = (grains: Grain[]): string =>
    grains.map((grain) => (sums.has(grain) ? `${sums.get(grain)}${LETTER[grain]}` : '')).join('')
  const time = write(['hour', 'minute', 'second'])
  return `P${write(['year', 'month', 'week', 'day'])}${time && `T${time}`}`
}

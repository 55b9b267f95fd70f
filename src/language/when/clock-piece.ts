import { bareHour, type Clock, readClock } from './clock.ts'
import { type Context, type Hit, isText, tokenAt } from './context.ts'
import { notAnHour } from './followers.ts'
import { readPart } from './parts.ts'
import { type Place, type Side, takesClock } from './side.ts'

/** A clock time, or a number that its place makes one. */
export function clockPiece(context: Context, place: Place): Hit<Side> | null {
  const { side, between, at, mode } = place
  if (mode.daysOnly || side.clock || side.bare || (side.date && !takesClock(side.date))) return null
  const afterAt = between.at || mode.expected || between.open !== null
  const iso = side.date && isText(context, at, 't') && tokenAt(context, at).glued ? at + 1 : at
  const shown = readClock(context, iso, afterAt || mode.range || side.date !== null)
  if (shown && !isLengthInstead(context, at, shown.end)) return withClock(place, shown)
  const bare = bareHour(context, at)
  if (!bare || notAnHour(context, bare.end)) return null
  if (isHour(context, place, bare)) return withClock(place, bare)
  return mayBeEither(context, place)
    ? {
        value: { ...side, bare: { clock: bare.value, day: dayNumber(context, at) }, dayFirst: side.date !== null },
        end: bare.end,
      }
    : null
}

function withClock({ side, between }: Place, clock: Hit<Clock>): Hit<Side> {
  const approximate = side.approximate || clock.value.approximate
  return {
    value: {
      ...side,
      clock: clock.value,
      dayFirst: side.date !== null,
      open: between.open ?? (between.from && !side.length ? 'after' : side.open),
      approximate,
    },
    end: clock.end,
  }
}

/** Does the place of a bare number say that it is an hour? */
function isHour(context: Context, { side, between, at, mode, first }: Place, bare: Hit<Clock>): boolean {
  const { hour } = bare.value
  const part =
    hour <= 12 && tokenAt(context, bare.end).entry.part === undefined ? readPart(context, bare.end, false) : null
  const tonight = isText(context, bare.end, 'tonight')
  const byPart = tonight || (part !== null && part.value.name !== 'lunch')
  const byDate = side.date !== null && !between.comma && !between.dash && !between.from && hour <= 12 && hour > 0
  const byAt = between.at && !isText(context, at - 1, '(')
  const said =
    byAt ||
    byPart ||
    byDate ||
    between.open !== null ||
    (side.part !== null && !between.comma) ||
    (side.length !== null && between.from)
  return said && (!first || byAt || byPart || mode.range || mode.expected)
}

/** May a bare number stand here that the other side of a range will explain? */
function mayBeEither(context: Context, { side, between, at, mode, first }: Place): boolean {
  if (mode.expected && first && tokenAt(context, at).value < 25) return true
  const joined = !between.dash && !between.comma && side.date?.kind !== 'monthDay'
  return (mode.range && (first || joined)) || (side.date !== null && between.from)
}

const dayNumber = (context: Context, index: number): number => {
  const { value, entry } = tokenAt(context, index)
  return value >= 0 ? value : (entry.number ?? 0)
}

/** "2h" in "2h ago" and "1h30" in "for 1h30" are lengths. */
function isLengthInstead(context: Context, index: number, end: number): boolean {
  if (!isText(context, index + 1, 'h')) return false
  const { mark } = tokenAt(context, end).entry
  const before = tokenAt(context, index - 1).entry.mark
  return (
    mark === 'ago' || mark === 'later' || before === 'within' || (before === 'for' && tokenAt(context, index).value < 8)
  )
}

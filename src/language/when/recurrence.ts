import { type Context, type Hit, isText, tokenAt } from './context.ts'
import { occurrence } from './date.ts'
import { readDate } from './dates.ts'
import type { Draft } from './draft.ts'
import { momentOf } from './moment.ts'
import { weekdayOfPlural } from './nth.ts'
import { placeAt, type Rule, readRule, weekdaysAt } from './recurrence-rule.ts'
import { dayOfMonth, weekday } from './series.ts'
import { EMPTY_SIDE, readSide, type Side } from './side.ts'
import { add, DAY, dayAt, floor, type Span, type Wall, yearOf, ymd } from './wall.ts'

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
/** Times that come again: "every Monday at 9", "daily", "Thursdays at 17:30", "the last Friday of every month", "3pm each day". */
export function readRecurrence(context: Context, index: number): (Hit<Draft> & { start: number }) | null {
  const core = readRule(context, index)
  if (core) return withTail(context, index, core, null)
  const { kind, entry } = tokenAt(context, index)
  if (kind !== 'digits' && entry.number === undefined) return null
  const clock = readSide(context, index, { range: false, expected: false, right: false })
  if (!clock?.value.clock || clock.value.date) return null
  const behind = readRule(context, clock.end)
  return behind && withTail(context, index, behind, clock.value)
}

/** Adds what follows: "at 9", "on Mondays", "in the morning", "until June". */
function withTail(
  context: Context,
  index: number,
  core: Hit<Rule>,
  clock: Side | null,
): (Hit<Draft> & { start: number }) | null {
  let found = core.value
  let end = core.end
  const on = isText(context, end, 'on') ? end + 1 : end
  const days = found.days.length === 0 && found.frequency === 'WEEKLY' ? weekdaysAt(context, on) : null
  if (days) {
    found = { ...found, days: days.value }
    end = days.end
  } else if (found.frequency === 'MONTHLY' && on > end) {
    const the = isText(context, on, 'the') ? on + 1 : on
    const place = placeAt(context, the)
    const day = place ? weekdayOfPlural(context, place.end) : 0
    if (place) {
      found = day > 0 ? { ...found, days: [day], place: place.value } : { ...found, monthDay: place.value }
      end = day > 0 ? place.end + 1 : place.end
    }
  }
  const tail = clock ? null : readSide(context, end, { range: false, expected: true, right: false })
  const timed =
    tail && (tail.value.clock || tail.value.part || tail.value.bare) && !tail.value.date && !tail.value.length
      ? tail
      : null
  const side: Side | null =
    clock ?? (timed && { ...timed.value, clock: timed.value.clock ?? timed.value.bare?.clock ?? null })
  if (timed) end = timed.end
  const last = untilAt(context, end)
  return { value: draftOf(context, found, side, last?.value ?? null), start: index, end: last ? last.end : end }
}

function untilAt(context: Context, index: number): Hit<Span> | null {
  const { mark } = tokenAt(context, index).entry
  if (mark !== 'until') return null
  const date = readDate(context, index + 1)
  const span = date && occurrence(date.value, context)
  return span && { value: span, end: date.end }
}

function draftOf(context: Context, found: Rule, side: Side | null, until: Span | null): Draft {
  const part = side?.part ?? found.part ?? null
  const day = firstDay(context, found, context.today)
  const at = (span: Span): ReturnType<typeof momentOf> => {
    const date = { kind: 'day' as const, grain: 'day' as const, series: null, span }
    const base: Side = side ?? EMPTY_SIDE
    return momentOf(context, { ...base, date, part })
  }
  const today = at(day)
  const moment = today?.clocked && today.start < context.now ? at(firstDay(context, found, day.end)) : today
  return {
    kind: 'recurrence',
    start: moment?.start ?? day.start,
    end: moment?.end ?? day.end,
    grain: moment?.grain ?? 'day',
    dated: found.days.length > 0 || found.monthDay !== undefined,
    clocked: moment?.clocked ?? false,
    ...(part ? { part: part.name } : {}),
    approximate: side?.approximate ?? false,
    others: moment?.others ?? [],
    ...(side?.zone ? { zone: side.zone } : {}),
    recurrence: text(found),
    ...(until ? { until: until.end } : {}),
  }
}

function text(found: Rule): string {
  const days = found.days.map((day) => `${found.place ?? ''}${DAYS[day - 1] ?? 'MO'}`).join(',')
  return [
    `FREQ=${found.frequency}`,
    found.interval > 1 ? `INTERVAL=${found.interval}` : '',
    found.month ? `BYMONTH=${found.month}` : '',
    found.monthDay ? `BYMONTHDAY=${found.monthDay}` : '',
    days ? `BYDAY=${days}` : '',
  ]
    .filter(Boolean)
    .join(';')
}

/** The first day of the series on or after `from`. */
function firstDay(context: Context, found: Rule, from: Wall): Span {
  const fallback = dayAt(from)
  if (found.monthDay) return dayOfMonth(found.monthDay).from(from) ?? fallback
  if (found.month) {
    const here = ymd(yearOf(from), found.month, 1)
    return dayAt(here >= floor(from, 'month') ? Math.max(here, from) : ymd(yearOf(from) + 1, found.month, 1))
  }
  if (found.place !== undefined) return nthDay(found.place, found.days[0] ?? 1, from) ?? fallback
  const next = found.days.map((day) => weekday(day).from(from)).filter((span) => span !== null)
  return next.sort((a, b) => a.start - b.start)[0] ?? (found.frequency === 'HOURLY' ? dayAt(context.now) : fallback)
}

function nthDay(place: number, day: number, from: Wall): Span | null {
  for (let month = floor(from, 'month'), tries = 0; tries < 13; tries++, month = add(month, 1, 'month')) {
    const end = add(month, 1, 'month')
    const start =
      place > 0
        ? (weekday(day).from(month)?.start ?? month) + (place - 1) * 7 * DAY
        : (weekday(day).before(end)?.start ?? end) + (place + 1) * 7 * DAY
    if (start >= month && start < end && start >= from) return dayAt(start)
  }
  return null
}

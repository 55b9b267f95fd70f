import { aroundTheHour } from './clock-around.ts'
import { type Context, endsClean, type Hit, isDash, isText, tokenAt } from './context.ts'
import { wholeNumber } from './numbers.ts'

/** A time of day as it was said. */
export interface Clock {
  /** 0 to 24. */
  hour: number
  minute: number
  second: number
  grain: 'hour' | 'minute' | 'second'
  /** The hour is sure: am, pm, noon, or written on the 24-hour clock. Else 3 may be 3 or 15. */
  sure: boolean
  approximate: boolean
  /** am or pm was said. */
  told?: true
  /** Nothing but a number said that this is a time. */
  bare: boolean
}

const clock = (hour: number, minute: number, more: Partial<Clock> = {}): Clock => ({
  hour,
  minute,
  second: 0,
  grain: minute === 0 ? 'hour' : 'minute',
  sure: hour === 0 || hour > 12,
  approximate: false,
  bare: false,
  ...more,
})

/** A time of day that its own form shows: "3pm", "15:30", "half past seven", "noon", "nine thirty", "9 o'clock". */
export function readClock(context: Context, index: number, afterAt = false): Hit<Clock> | null {
  const hit =
    aroundTheHour(context, index) ??
    named(context, index) ??
    written(context, index, afterAt) ??
    spoken(context, index, afterAt)
  const whole = hit ?? (afterAt ? bareWithFraction(context, index) : null)
  return whole && ish(context, andFraction(context, whole))
}

/** "a las tres y media": the hour is bare, the fraction behind it says that it is one. */
function bareWithFraction(context: Context, index: number): Hit<Clock> | null {
  const bare = bareHour(context, index)
  const more = bare && andFraction(context, bare)
  return more && more !== bare ? more : null
}

/** "tres y media", "trois heures et demie", "cuatro menos cuarto". */
function andFraction(context: Context, hit: Hit<Clock>): Hit<Clock> {
  if (!context.lexicon.has('#after') || hit.value.minute !== 0) return hit
  const less = isText(context, hit.end, 'menos') || isText(context, hit.end, 'moins')
  if (!less && tokenAt(context, hit.end).entry.mark !== 'and') return hit
  const at = isText(context, hit.end + 1, 'le') ? hit.end + 2 : hit.end + 1
  const { fraction } = tokenAt(context, at).entry
  if (!fraction) return hit
  const total = hit.value.hour * 60 + (less ? -fraction : fraction)
  return {
    value: { ...hit.value, hour: Math.floor(total / 60), minute: total % 60, grain: 'minute', bare: false },
    end: at + 1,
  }
}

/** A number that can only be an hour by what stands around it: "at 3", "tmr 3", the 10 of "10-4". */
export function bareHour(context: Context, index: number): Hit<Clock> | null {
  const number = wholeNumber(context, index)
  if (!number || !(endsClean(context, number.end) || isText(context, number.end, 'ish'))) return null
  const token = tokenAt(context, index)
  const width = token.kind === 'digits' ? token.end - token.start : 2
  if (width > 2) return ish(context, compact(context, index, number.end) ?? { value: clock(0, 0), end: -1 })
  if (number.value > 24) return null
  const sure = number.value === 0 || number.value > 12 || (token.kind === 'digits' && token.text[0] === '0')
  return ish(context, { value: clock(number.value, 0, { bare: true, sure }), end: number.end })
}

/** "930", "1030", "0730" where something says that it is a time; more digits behind make a telephone number of it. */
function compact(context: Context, index: number, end: number): Hit<Clock> | null {
  const token = tokenAt(context, index)
  if (token.kind !== 'digits' || token.end - token.start > 4) return null
  if (tokenAt(context, end).kind === 'digits') return null
  const hour = Math.floor(token.value / 100)
  const minute = token.value % 100
  if (hour > 23 || minute > 59) return null
  return { value: clock(hour, minute, { grain: 'minute', bare: true, sure: hour > 12 || token.text[0] === '0' }), end }
}

function ish(context: Context, hit: Hit<Clock>): Hit<Clock> | null {
  if (hit.end < 0) return null
  const next = isDash(context, hit.end) && tokenAt(context, hit.end).glued ? hit.end + 1 : hit.end
  if (isText(context, next, 'ish')) return { value: { ...hit.value, approximate: true }, end: next + 1 }
  return isLoose(context, hit.end)
    ? { value: { ...hit.value, approximate: true }, end: hit.end + (isText(context, hit.end, 'approximately') ? 1 : 0) }
    : hit
}

/** A word behind a time that makes it loose. "at 3 about pricing" is no such thing: there "about" belongs to what follows. */
function isLoose(context: Context, at: number): boolean {
  const { entry, text } = tokenAt(context, at)
  const belongsOn = (text === 'about' || text === 'around') && at + 1 < context.tokens.length
  return entry.approx === true && !belongsOn && !tokenAt(context, at + 1).entry.unit
}

/** Noon and midnight, also "12 noon". */
export function named(context: Context, index: number): Hit<Clock> | null {
  const twelve = tokenAt(context, index).value === 12 ? 1 : 0
  const token = tokenAt(context, index + twelve)
  if (token.entry.part === 'noon')
    return { value: clock(12, 0, { sure: true, approximate: token.text === 'noonish' }), end: index + twelve + 1 }
  if (token.entry.part === 'midnight') return { value: clock(24, 0, { sure: true }), end: index + twelve + 1 }
  return null
}

/** Reads am or pm at `index`: "pm", "p.m.", "p m", ".am", and "a" or "p" right behind a digit. */
function meridiem(context: Context, index: number): Hit<'am' | 'pm' | 'both'> | null {
  if (isText(context, index, 'in') && isText(context, index + 1, 'the')) {
    const value = tokenAt(context, index + 2).entry.meridiem
    return value && tokenAt(context, index + 2).text.length === 2 ? { value, end: index + 3 } : null
  }
  const dot = isText(context, index, '.') && tokenAt(context, index + 1).glued ? 1 : 0
  const token = tokenAt(context, index + dot)
  const at = index + dot
  if (token.text === 'ampm') return { value: 'both', end: at + 1 }
  const value = token.entry.meridiem
  if (!value) return null
  if (token.text.length === 2) return { value, end: at + 1 }
  const spaced = isText(context, at + 1, '.') ? at + 2 : at + 1
  if (isText(context, spaced, 'm'))
    return {
      value,
      end: isText(context, spaced + 1, '.') && tokenAt(context, spaced + 1).glued ? spaced + 2 : spaced + 1,
    }
  return token.glued && !tokenAt(context, at + 1).glued
    ? { value, end: at + 1 }
    : token.glued && endsClean(context, at + 1)
      ? { value, end: at + 1 }
      : null
}

function withMeridiem(context: Context, hit: Hit<Clock>): Hit<Clock> | null {
  const half = meridiem(context, hit.end)
  if (!half) return null
  const { hour } = hit.value
  if (hour > 12 && !(hour < 24 && hit.value.grain !== 'hour')) return null
  if (half.value === 'both') return { value: { ...hit.value, sure: false, bare: false }, end: half.end }
  const turned = hour > 12 ? hour : (hour % 12) + (half.value === 'pm' ? 12 : 0)
  return { value: { ...hit.value, hour: turned, sure: true, told: true, bare: false }, end: half.end }
}

/** Digits: "3pm", "15:30", "9.30am", "15h20", "7:56:30 am", "1140 a.m.", "at 1030", "3 o'clock". */
export function written(context: Context, index: number, afterAt: boolean): Hit<Clock> | null {
  const token = tokenAt(context, index)
  if (token.kind !== 'digits') return null
  if (token.end - token.start > 2) {
    const packed = compact(context, index, index + 1)
    return (
      packed &&
      (withMeridiem(context, packed) ??
        military(context, index) ??
        (isText(context, index + 1, 'ish') || isText(context, index + 1, 'h') ? packed : null))
    )
  }
  if (token.value > 24) return null
  const leading = token.text.length === 2 && token.text[0] === '0'
  const hour = clock(token.value, 0, leading ? { sure: true } : {})
  const long = withMinutes(context, index, hour, afterAt)
  if (long) {
    const full = withMeridiem(context, long) ?? long
    return endsClean(context, full.end) ||
      isText(context, full.end, 'ish') ||
      isText(context, full.end, '/') ||
      zoneTouches(context, full.end)
      ? full
      : null
  }
  const short = withMeridiem(context, { value: hour, end: index + 1 })
  if (short) return endsClean(context, short.end) ? short : null
  return oclock(context, index + 1, hour, afterAt) ?? hourLetter(context, index, hour, afterAt)
}

/** "1530 hours". */
function military(context: Context, index: number): Hit<Clock> | null {
  const packed = tokenAt(context, index).text.length === 4 ? compact(context, index, index + 2) : null
  const hours = isText(context, index + 1, 'hours') || isText(context, index + 1, 'hrs')
  return packed && hours ? { ...packed, value: { ...packed.value, sure: true, bare: false } } : null
}

/** The Z of "13:15:30Z". */
const zoneTouches = (context: Context, index: number): boolean =>
  isText(context, index, 'z') && !tokenAt(context, index + 1).glued

const SEPARATORS = new Set([':', '.', 'h'])

function withMinutes(context: Context, index: number, hour: Clock, afterAt: boolean): Hit<Clock> | null {
  const sign = tokenAt(context, index + 1)
  const minutes = tokenAt(context, index + 2)
  const twoDigits = minutes.kind === 'digits' && minutes.end - minutes.start === 2 && minutes.value < 60
  if (
    afterAt &&
    sign.kind === 'digits' &&
    !sign.glued &&
    sign.end - sign.start === 2 &&
    sign.value < 60 &&
    sign.value > 9
  )
    return { value: { ...hour, minute: sign.value, grain: 'minute' }, end: index + 2 }
  if (!SEPARATORS.has(sign.text) || !sign.glued || !minutes.glued || !twoDigits || hour.hour > 23) return null
  const seconds = tokenAt(context, index + 4)
  const minute = { ...hour, minute: minutes.value, grain: 'minute' as const, sure: hour.sure || sign.text === 'h' }
  const colon =
    isText(context, index + 3, ':') && seconds.glued && seconds.kind === 'digits' && seconds.end - seconds.start === 2
  if (colon && seconds.value < 60) {
    const fraction =
      isText(context, index + 5, '.') &&
      tokenAt(context, index + 6).kind === 'digits' &&
      tokenAt(context, index + 6).glued
    return { value: { ...minute, second: seconds.value, grain: 'second', sure: true }, end: index + (fraction ? 7 : 5) }
  }
  if (sign.text !== '.') return { value: minute, end: index + 3 }
  const dotted = afterAt || meridiem(context, index + 3) !== null
  return dotted ? { value: minute, end: index + 3 } : null
}

/** "15h", "3 Uhr": the letter makes 24-hour time of it; "2h" alone is a length. */
function hourLetter(context: Context, index: number, hour: Clock, afterAt: boolean): Hit<Clock> | null {
  const token = tokenAt(context, index + 1)
  const lone = context.lexicon.has('#after') ? hour.hour >= 6 : hour.hour >= 13 && hour.hour < 24
  if (token.text !== 'h' || (!afterAt && !(lone && token.glued))) return null
  return endsClean(context, index + 2) ? { value: { ...hour, sure: true }, end: index + 2 } : null
}

export function oclock(context: Context, index: number, hour: Clock, afterAt: boolean): Hit<Clock> | null {
  const split = isText(context, index, 'o') && isText(context, index + 1, 'clock') ? 2 : 0
  const { entry } = tokenAt(context, index)
  const end = split ? index + split : entry.oclock && (afterAt || !entry.unit) ? index + 1 : 0
  if (end === 0 || hour.hour > 24) return null
  const minutes = tokenAt(context, end)
  const more =
    tokenAt(context, index).text === 'uhr' &&
    minutes.kind === 'digits' &&
    minutes.value < 60 &&
    minutes.end - minutes.start === 2
  const hit = more
    ? { value: { ...hour, minute: minutes.value, grain: 'minute' as const }, end: end + 1 }
    : { value: hour, end }
  return withMeridiem(context, hit) ?? hit
}

/** Words: "six pm", "nine thirty", "five-thirty", "seven o'clock". */
export function spoken(context: Context, index: number, afterAt: boolean): Hit<Clock> | null {
  const hourToken = tokenAt(context, index)
  const value = hourToken.entry.number
  if (value === undefined || value < 1 || value > 12) return null
  const hour = clock(value, 0)
  const next = isDash(context, index + 1) && tokenAt(context, index + 1).glued ? index + 2 : index + 1
  const token = tokenAt(context, next)
  const minutes = token.kind === 'word' && (token.entry.number ?? 0) >= 10 ? wholeNumber(context, next) : null
  if (minutes && minutes.value < 60) {
    const hit = { value: { ...hour, minute: minutes.value, grain: 'minute' as const }, end: minutes.end }
    const unit = tokenAt(context, minutes.end).entry.unit
    if (unit && !(afterAt && unit.grain === 'minute')) return null
    return withMeridiem(context, hit) ?? (unit ? { ...hit, end: hit.end + 1 } : hit)
  }
  return withMeridiem(context, { value: hour, end: index + 1 }) ?? oclock(context, index + 1, hour, afterAt)
}

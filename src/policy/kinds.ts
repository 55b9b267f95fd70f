import { z } from 'zod'
import { minorDigits, parseMoney } from '#kernel/money.ts'
import { isZone } from '#kernel/time.ts'
import { parseDurationMs } from '#kernel/units.ts'
import { parseClock, parseDays, parseWindow, parseWindows } from './spans.ts'

/**
 * What a value of the policy can be. Every kind keeps the text as it was written (fragments turn it into numbers later) and
 * its error completes the sentence "`key` must be ...".
 */
function written(expected: string, accepts: (text: string) => boolean) {
  return z.string({ error: expected }).refine(accepts, { error: expected })
}

/** Some words, not empty and of one line. */
export const text = written('some text', (value) => value.trim() !== '' && !value.includes('\n'))

/** A duration, kept as written: `15m`. */
export const duration = written('a duration such as 15m, 2h or 3d', (value) => parseDurationMs(value) !== null)

/** Money, kept as written: `10000 EUR`. */
export const money = written('an amount such as 10000 EUR (no separators, currency in three letters)', (value) => {
  const parsed = parseMoney(value)
  return parsed !== null && parsed.amountMinor >= 0 && isCurrency(parsed.currency)
})

export const currency = written('a currency in three letters, such as EUR', isCurrency)
export const clock = written('a time such as "20:00"', (value) => (parseClock(value) ?? 1440) < 1440)
export const window = written(
  'a time span such as "09:30-18:00" that ends later that day',
  (value) => parseWindow(value) !== null,
)
export const windows = written(
  'working hours such as "09:30-18:00" or "09:00-12:00, 14:00-18:00"',
  (value) => parseWindows(value) !== null,
)
export const days = written('days such as mon-thu, fri or "mon, wed", each once', (value) => parseDays(value) !== null)
export const percent = written('a percentage such as 40%', (value) => /^(100|\d{1,2})%$/.test(value))
export const zone = written(
  'a time zone by its IANA name, such as Europe/London (not an offset or a short name)',
  (value) => isZone(value) && /^(UTC|[A-Za-z_]+(\/[A-Za-z0-9_+-]+)+)$/.test(value),
).meta({ words: () => Intl.supportedValuesOf('timeZone') })
export const email = written('an e-mail address', (value) => /^[^\s@<>"]+@[^\s@<>".]+(\.[^\s@<>".]+)+$/.test(value))
export const phone = written('a phone number in quotes with its country, such as "+447700900123"', (value) =>
  /^\+[1-9]\d{6,14}$/.test(value.replace(/[ ()-]/g, '')),
)
/** Somebody, or everybody of a domain. */
export const addressee = written(
  'an e-mail address, a domain such as "@bigco.example", or a phone number in quotes',
  (value) => email.safeParse(value.replace(/^@/, 'any@')).success || phone.safeParse(value).success,
)
/** An id a channel gave somebody: text, because long numbers lose digits. */
export const channelId = written('an id in quotes, such as "U0123ABC" or "998877665544332211"', (value) =>
  /^[A-Za-z0-9_:.-]{2,64}$/.test(value),
)
/** `GB`, `GB-ENG`, `US-CA`, `DE-BY-A`. */
export const region = written('a country or region code such as GB (not UK), GB-ENG or US-CA', (value) => {
  const parts = /^([A-Z]{2})(-[A-Z0-9]{1,3}){0,2}$/.exec(value)
  return parts?.[1] !== undefined && isCountry(parts[1])
})
export const language = written('a language code such as en, de or pt-BR', isLanguage)
export const word = written('one word in small letters, such as closed_won', (value) =>
  /^[a-z][a-z0-9_-]{0,39}$/.test(value),
)

/** The id of somebody under `people`; checked against them once the whole file is read. */
export const person = written("somebody's id from `people`", (value) => value !== '').meta({
  refersTo: 'person',
  example: 'mia',
})

/** Somebody's id, or one of these words. */
export function orPerson<const Words extends readonly string[]>(words: Words) {
  return z
    .string({ error: `somebody's id from \`people\`, or ${words.join(', ')}` })
    .meta({ refersTo: 'person', or: words })
}

export const flag = z.boolean({ error: 'true or false' })

/** A whole number in a range, both ends included. */
export function count(least: number, most: number) {
  const error = `a whole number from ${least} to ${most}`
  return z.number({ error }).int({ error }).min(least, { error }).max(most, { error })
}

/** Any number in a range, both ends included. */
export function number(least: number, most: number) {
  const error = `a number from ${least} to ${most}`
  return z.number({ error }).min(least, { error }).max(most, { error })
}

export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, { error: words.length === 1 ? words[0] : `one of ${words.join(', ')}` })
}

/** A list; `example` shows how one is written. */
export function list<Item extends z.ZodType>(item: Item, example: string) {
  return z.array(item, { error: `a list such as ${example}` }).max(1000, { error: 'a list of at most 1000 entries' })
}

/** Keys the team chooses itself, each with a value of one kind. */
export function named<Key extends z.ZodType<string, string>, Value extends z.ZodType>(key: Key, value: Value) {
  return z.record(key, value, { error: 'a group of `name: value` lines' })
}

/** A closed set of keys: any other is an error that names the nearest one. */
export function keys<Shape extends z.core.$ZodShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'invalid_type' ? 'a group of `key: value` lines' : undefined),
  })
}

/** How far an agent may go alone. */
export const LEVELS = ['never', 'suggest', 'act_with_approval', 'act'] as const
export type Level = (typeof LEVELS)[number]
export const level = oneOf(LEVELS)

function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code) && Intl.supportedValuesOf('currency').includes(code) && minorDigits(code) >= 0
}

function isCountry(code: string): boolean {
  return new Intl.Locale('und', { region: code }).region === code && regions.of(code) !== undefined
}

function isLanguage(tag: string): boolean {
  try {
    return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag) !== undefined
  } catch {
    return false
  }
}

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

import { DateTime } from 'luxon'
import { expect, test } from 'vitest'
import { readWhen, type WhenFinding, type WhenOptions } from './when.ts'

/** Thursday 19 November 2026, 09:00 in London. */
const THURSDAY: WhenOptions = { nowMs: Date.UTC(2026, 10, 19, 9), zone: 'Europe/London', locale: 'en-GB' }
/** What a clock in London shows. */
const iso = (ms: number | null): string | null =>
  ms === null ? null : DateTime.fromMillis(ms, { zone: 'Europe/London' }).toFormat("yyyy-MM-dd'T'HH:mm")

function one(text: string, options: Partial<WhenOptions> = {}): WhenFinding {
  const found = readWhen(text, { ...THURSDAY, ...options })
  expect(found, text).toHaveLength(1)
  const [first] = found
  if (!first) throw new Error(`nothing found in ${text}`)
  return first
}

const span = (text: string, options: Partial<WhenOptions> = {}): string => {
  const found = one(text, options)
  return `${iso(found.startMs)} ${iso(found.endMs)}`
}

test('a date and a clock time that belong together are one find, with the words they came from', () => {
  const found = one('call Ana tomorrow at 3pm about the offer')
  expect(found).toMatchObject({
    text: 'tomorrow at 3pm',
    kind: 'point',
    grain: 'hour',
    dated: true,
    clocked: true,
    ambiguous: false,
  })
  expect('call Ana tomorrow at 3pm about the offer'.slice(...found.span)).toBe(found.text)
  expect(iso(found.startMs)).toBe('2026-11-20T15:00')
})

test.each([
  ['day after tomorrow 8am', '2026-11-21T08:00'],
  ['tmrw @ 11', '2026-11-20T11:00'],
  ['half past four', '2026-11-19T16:30'],
  ['a week from today at 10', '2026-11-26T10:00'],
  ['at 5', '2026-11-19T17:00'],
  ['at 9', '2026-11-19T09:00'],
  ['noon on Friday', '2026-11-20T12:00'],
  ['tomorrow midnight', '2026-11-21T00:00'],
  ['Monday 15:30', '2026-11-23T15:30'],
  ['in 90 minutes', '2026-11-19T10:30'],
  ['3 days after Easter', '2027-03-31T00:00'],
  ['the last Friday of November', '2026-11-27T00:00'],
])('%s', (text, start) => {
  expect(iso(one(text).startMs)).toBe(start)
})

test.each([
  ['between 2 and 4pm on thursday', '2026-11-19T14:00 2026-11-19T16:00'],
  ['tomorrow from 10 to 11', '2026-11-20T10:00 2026-11-20T11:00'],
  ['9-5 on Friday', '2026-11-20T09:00 2026-11-20T17:00'],
  ['3 to 5 June', '2027-06-03T00:00 2027-06-06T00:00'],
  ['4pm for 30 minutes', '2026-11-19T16:00 2026-11-19T16:30'],
  ['22:00 to 02:00', '2026-11-19T22:00 2026-11-20T02:00'],
  ['tomorrow morning', '2026-11-20T08:00 2026-11-20T12:00'],
  ['next week', '2026-11-23T00:00 2026-11-30T00:00'],
])('%s covers %s', (text, expected) => {
  expect(span(text)).toBe(expected)
})

test('next Friday, said while this Friday is still to come, is doubtful and offers both', () => {
  const found = one('next friday at 3pm')
  expect(iso(found.startMs)).toBe('2026-11-27T15:00')
  expect(found.ambiguous).toBe(true)
  expect(found.alternatives.map(({ startMs }) => iso(startMs))).toEqual(['2026-11-20T15:00'])
  expect(one('this friday at 3pm').ambiguous).toBe(false)
  expect(one('next monday').ambiguous).toBe(false)
})

test('an hour that may be morning or evening is doubtful; 3ish is not, but approximate', () => {
  expect(one('tomorrow at 7').alternatives.map(({ startMs }) => iso(startMs))).toEqual(['2026-11-20T07:00'])
  expect(one('tomorrow at 7 in the evening').ambiguous).toBe(false)
  expect(one('tomorrow 3ish')).toMatchObject({ approximate: true, ambiguous: false })
})

test('03/04 follows the date order; guessed from the locale alone it is doubtful', () => {
  expect(iso(one('on 03/04').startMs)).toBe('2027-04-03T00:00')
  expect(one('on 03/04').ambiguous).toBe(true)
  expect(iso(one('on 03/04', { dateOrder: 'mdy' }).startMs)).toBe('2027-03-04T00:00')
  expect(one('on 03/04', { dateOrder: 'mdy' }).ambiguous).toBe(false)
  expect(iso(one('on 25/12', { locale: 'en-US' }).startMs)).toBe('2026-12-25T00:00')
})

test('open times name the side that is open', () => {
  expect(one('after 3pm')).toMatchObject({ kind: 'open', open: 'after', endMs: null })
  const by = one('by Friday')
  expect([by.open, by.startMs, iso(by.endMs)]).toEqual(['before', THURSDAY.nowMs, '2026-11-21T00:00'])
  expect(iso(one('before Friday').endMs)).toBe('2026-11-20T00:00')
  expect(iso(one('not before Friday').startMs)).toBe('2026-11-20T00:00')
  expect(iso(one('no later than Friday').endMs)).toBe('2026-11-21T00:00')
  expect(iso(one('after Friday').startMs)).toBe('2026-11-21T00:00')
  expect(one('not after 3pm')).toMatchObject({ kind: 'open', open: 'before' })
  expect(one('nothing before 10')).toMatchObject({ kind: 'open', open: 'after' })
})

test('a length says how long, not when', () => {
  expect(one('30 minutes')).toMatchObject({
    kind: 'length',
    startMs: null,
    endMs: null,
    durationMs: 1_800_000,
    duration: 'PT30M',
  })
  expect(one('an hour and a half').durationMs).toBe(5_400_000)
})

test('a zone that the text names holds for its clock time', () => {
  expect(one('tomorrow at 3pm Pacific')).toMatchObject({ zone: 'America/Los_Angeles', zoneNamed: true })
  expect(iso(one('tomorrow at 3pm Pacific').startMs)).toBe('2026-11-20T23:00')
  expect(one('5 July at 10:30 PST').ambiguous).toBe(true)
  expect(one('5 January at 10:30 PST').ambiguous).toBe(false)
})

test('dates that do not exist are found and said to be impossible', () => {
  expect(one('30 February at 5pm')).toMatchObject({ impossible: true, startMs: null, dated: true })
  expect(one('29 February 2027')).toMatchObject({ impossible: true })
  expect(iso(one('29 February 2028').startMs)).toBe('2028-02-29T00:00')
})

test('a weekday that contradicts its date is doubtful', () => {
  expect(one('Tuesday 25 November 2026').ambiguous).toBe(true)
  expect(one('Wednesday 25 November 2026').ambiguous).toBe(false)
})

test('days offered as alternatives share the week and the hours that are said once', () => {
  const week = readWhen('Monday or Tuesday the week after next, no: Thursday or Friday next week', THURSDAY)
  expect(week.slice(-2).map(({ startMs }) => iso(startMs))).toEqual(['2026-11-26T00:00', '2026-11-27T00:00'])
  const hours = readWhen('Tuesday or Wednesday at 3pm', THURSDAY)
  expect(hours.map(({ startMs }) => iso(startMs))).toEqual(['2026-11-24T15:00', '2026-11-25T15:00'])
})

test.each([
  'This may take longer than expected, we may march on.',
  'Version 1.1.30 costs $1,194.09 at 20% off',
  'Tel: +86 138-2010-2015',
  'a 4:3 screen for 10 students',
  'Good morning! Have a great week!',
  'ABC-12345-A1B2C3',
  '😀😀😀',
  '',
])('nothing is a time in: %s', (text) => {
  expect(readWhen(text, THURSDAY)).toEqual([])
})

test.each([
  ['words', 'meet me tomorrow at 3 '],
  ['digits', '1'],
  ['signs between digits', '1-2-3/4.5:6 '],
  ['little words', 'at in of on around the '],
  ['lengths on lengths', '3 days after '],
  ['sums', '1 hour and '],
  ['emoji', '😀'],
  ['joints', 'monday to '],
  ['names of object members', 'constructor __proto__ toString '],
])('a megabyte of %s is read in a moment', (_name, piece) => {
  const text = piece.repeat(Math.ceil(1_000_000 / piece.length))
  const before = performance.now()
  readWhen(text, THURSDAY)
  // Far beyond what a busy machine takes, far below what a reader that runs away does.
  expect(performance.now() - before).toBeLessThan(5000)
})

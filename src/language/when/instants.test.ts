import fc from 'fast-check'
import { DateTime } from 'luxon'
import { expect, test } from 'vitest'
import { readWhen } from '../when.ts'
import { instantOf, zoneOf } from './resolve.ts'

const ZONES = [
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
  'America/Santiago',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Africa/Cairo',
  'Asia/Jerusalem',
]

const DAY = 86_400_000

/** The instants at which the offset of a zone changes, 2020 to 2030. */
function changes(name: string): number[] {
  const zone = zoneOf(name)
  const found: number[] = []
  for (let day = Date.UTC(2020, 0, 1); day < Date.UTC(2031, 0, 1); day += DAY) {
    if (zone.offset(day) === zone.offset(day + DAY)) continue
    let [low, high] = [day, day + DAY]
    while (high - low > 1000) {
      const middle = Math.floor((low + high) / 2)
      if (zone.offset(middle) === zone.offset(low)) low = middle
      else high = middle
    }
    found.push(Math.round(high / 60_000) * 60_000)
  }
  return found
}

const CHANGES = new Map(ZONES.map((name) => [name, changes(name)]))
const around = fc
  .constantFrom(...ZONES)
  .chain((zone) =>
    fc.tuple(fc.constant(zone), fc.constantFrom(...(CHANGES.get(zone) ?? [0])), fc.integer({ min: -180, max: 180 })),
  )

const firstOf = (text: string, nowMs: number, zone: string): ReturnType<typeof readWhen>[number] => {
  const [found] = readWhen(text, { nowMs, zone, locale: 'en-GB' })
  if (!found) throw new Error(`nothing in ${text}`)
  return found
}

test('the sample really crosses DST changes', () => {
  for (const name of ZONES.filter((zone) => zone !== 'Africa/Cairo'))
    expect(CHANGES.get(name)?.length, name).toBeGreaterThan(20)
})

/** The instants at which the clocks of a zone show this wall time: none in a gap, two in a fold. */
function instantsOf(wall: DateTime, name: string): number[] {
  const zone = zoneOf(name)
  const ms = wall.toMillis()
  const offsets = new Set([-26, -1, 0, 1, 26].map((hours) => zone.offset(ms + hours * 3_600_000)))
  return [...offsets]
    .map((offset) => ms - offset * 60_000)
    .filter((at) => at + zone.offset(at) * 60_000 === ms)
    .sort((a, b) => a - b)
}

/** Ways to name a wall time, and how many days before it they are said. */
const EXPRESSIONS: readonly (readonly [format: string, daysBefore: number])[] = [
  ["yyyy-MM-dd'T'HH:mm", 3],
  ["'on' d LLLL yyyy 'at' HH:mm", 40],
  ["'on' d LLLL 'at' HH:mm", 3],
  ["cccc 'at' HH:mm", 3],
  ["HH:mm 'on' cccc", 5],
  ["'this' cccc, HH:mm", 2],
  ["'on the' d'th at' HH:mm", 4],
  ["'the day after tomorrow at' HH:mm", 2],
  ["'tomorrow at' HH:mm", 1],
  ["'today at' HH:mm", 0],
  ["'in 3 days at' HH:mm", 3],
  ["'from' HH:mm 'to 23:30 on' d LLLL yyyy", 9],
  ["d LLLL yyyy HH:mm 'for 2 hours'", 9],
  ["'after' HH:mm 'on' d LLLL", 2],
]

/** Minutes from the change, on the clock as it stood before. */
const AROUND = [-90, -30, 0, 30, 60, 150]

/** What is wrong with one expression: read in its zone, printed in another zone with and without its offset, and read there. */
function wrongWith(
  text: string,
  nowMs: number,
  wall: DateTime,
  [zone, other]: [string, string],
  change: number,
): string[] {
  const there = instantsOf(wall, zone)
  const read = firstOf(text, nowMs, zone)
  const ms = read.startMs ?? 0
  const printed = DateTime.fromMillis(ms, { zone: other })
  const twice = instantsOf(printed.setZone('utc', { keepLocalTime: true }), other)
  const exact = firstOf(printed.toFormat("yyyy-MM-dd'T'HH:mmZZ"), nowMs, other)
  const plain = firstOf(printed.toFormat('ccc d LLL yyyy, HH:mm'), nowMs, other)
  const checks: [string, boolean][] = [
    ['read', ms === (there[0] ?? wall.toMillis() - zoneOf(zone).offset(change - 1000) * 60_000)],
    ['announced', there.length === 1 || read.dst === (there.length === 0 ? 'gap' : 'fold')],
    ['printed with its offset', exact.startMs === ms],
    ['printed', twice.includes(ms) && plain.startMs === twice[0]],
  ]
  return checks
    .filter(([, right]) => !right)
    .map(([what]) => `${what}: "${text}", said in ${zone} at ${new Date(nowMs).toISOString()}, printed in ${other}`)
}

test.each(ZONES)(
  'every expression around every DST change of %s, 2020 to 2030, is the same instant printed in another zone',
  (zone) => {
    const wrong = (CHANGES.get(zone) ?? []).flatMap((change, index) =>
      AROUND.flatMap((minutes, step) => {
        const before = zoneOf(zone).offset(change - 1000)
        const wall = DateTime.fromMillis(change + (before + minutes) * 60_000, { zone: 'utc' })
        return EXPRESSIONS.flatMap(([format, days], number) => {
          const midnight = wall.startOf('day').minus({ days })
          const nowMs = instantsOf(midnight, zone)[0] ?? midnight.toMillis() - before * 60_000
          const other = ZONES[(index + step + number) % ZONES.length] ?? zone
          return wrongWith(wall.toFormat(format), nowMs, wall, [zone, other], change)
        })
      }),
    )
    expect(wrong).toEqual([])
  },
)

test('a wall time of any day read in one zone and printed in another names the same instant', () => {
  const days = fc.integer({ min: 0, max: 11 * 365 })
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      fc.constantFrom(...ZONES),
      days,
      fc.integer({ min: 0, max: 1439 }),
      (zone, other, day, minute) => {
        const wall = DateTime.fromMillis(Date.UTC(2020, 0, 1) + day * DAY + minute * 60_000, { zone: 'utc' })
        const read = firstOf(wall.toFormat("'on' d LLLL yyyy 'at' HH:mm"), Date.UTC(2025, 5, 1), zone)
        const [first] = instantsOf(wall, zone)
        if (first !== undefined) expect(read.startMs).toBe(first)
        const printed = DateTime.fromMillis(read.startMs ?? 0, { zone: other })
        expect(firstOf(printed.toFormat("yyyy-MM-dd'T'HH:mmZZ"), Date.UTC(2025, 5, 1), other).startMs).toBe(
          read.startMs,
        )
      },
    ),
    { numRuns: 1500 },
  )
})

test('a wall time that a DST change skips moves forward by the change and is announced', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), fc.nat(), fc.integer({ min: 1, max: 29 }), (zone, pick, minutes) => {
      const forward = (CHANGES.get(zone) ?? []).filter((ms) => zoneOf(zone).offset(ms) > zoneOf(zone).offset(ms - 1000))
      const change = forward[pick % Math.max(1, forward.length)]
      if (change === undefined) return
      const skipped = change - 1000 + zoneOf(zone).offset(change - 1000) * 60_000 + 1000 + minutes * 60_000
      const read = instantOf(skipped, zoneOf(zone))
      expect(read).toEqual({ ms: change + minutes * 60_000, dst: 'gap' })
      const text = `on ${new Date(skipped).toISOString().slice(0, 16).replace('T', ' at ')}`
      expect(firstOf(text, change - 3 * DAY, zone)).toMatchObject({ startMs: read.ms, dst: 'gap' })
    }),
    { numRuns: 300 },
  )
})

test('hours pass as real time over a DST change, days keep the time of day', () => {
  fc.assert(
    fc.property(around, fc.integer({ min: 1, max: 30 }), ([zone, change, minutes], count) => {
      const nowMs = change + minutes * 60_000
      expect(firstOf(`in ${count} hours`, nowMs, zone).startMs).toBe(nowMs + count * 3_600_000)
      const later = DateTime.fromMillis(nowMs, { zone }).plus({ days: count }).startOf('day')
      expect(firstOf(`in ${count} days`, nowMs, zone).startMs).toBe(later.toMillis())
      const morning = firstOf(`in ${count} days at 9:30`, nowMs, zone).startMs ?? 0
      expect(DateTime.fromMillis(morning, { zone }).toFormat('HH:mm')).toBe('09:30')
    }),
    { numRuns: 500 },
  )
})

test('whatever is read, a start lies before its end and nothing throws', () => {
  const words = fc.constantFrom(
    ...'at on next last this friday monday 3 15 30 2027 may june week month day days hours of the to from - , . : / pm am morning every half past in after before until and or 29 february tomorrow EST noon'.split(
      ' ',
    ),
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 14 }), fc.constantFrom(...ZONES), (parts, zone) => {
      const text = parts.join(' ')
      for (const found of readWhen(text, { nowMs: Date.UTC(2026, 2, 28, 23), zone, locale: 'en-US' })) {
        expect(text.slice(...found.span)).toBe(found.text)
        if (found.startMs !== null && found.endMs !== null) expect(found.endMs).toBeGreaterThan(found.startMs)
        if (found.kind === 'length') expect(found.durationMs).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: 4000 },
  )
})

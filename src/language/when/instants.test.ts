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

test('a wall time read in one zone and printed in another names the same instant', () => {
  fc.assert(
    fc.property(around, fc.constantFrom(...ZONES), ([zone, change, minutes], other) => {
      const instant = change + minutes * 60_000
      const wall = DateTime.fromMillis(instant, { zone })
      const read = firstOf(`on ${wall.toFormat("yyyy-MM-dd 'at' HH:mm")}`, change - 3 * DAY, zone)
      const ms = read.startMs ?? 0
      expect(DateTime.fromMillis(ms, { zone }).toFormat('yyyy-MM-dd HH:mm')).toBe(wall.toFormat('yyyy-MM-dd HH:mm'))
      expect(ms).toBeLessThanOrEqual(instant)
      if (ms !== instant) expect(read.dst).toBe('fold')
      const printed = DateTime.fromMillis(ms, { zone: other })
      const again = firstOf(printed.toFormat("d LLLL yyyy 'at' HH:mm"), change - 3 * DAY, other)
      if (again.startMs !== ms) expect(again.dst).toBe('fold')
      else expect(again.startMs).toBe(ms)
    }),
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

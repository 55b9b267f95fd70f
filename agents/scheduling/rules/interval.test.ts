import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Interval, intersect, meetsAny, merge, overlaps, subtract } from './interval.ts'

const lists = fc
  .array(fc.tuple(fc.nat(60), fc.nat(12)), { maxLength: 12 })
  .map((pairs) => pairs.map(([startMs, lengthMs]) => ({ startMs, endMs: startMs + lengthMs })))

const covered = (list: readonly Interval[], tick: number) =>
  list.some(({ startMs, endMs }) => startMs <= tick && tick < endMs)

test('merge, subtract and intersect agree with counting every tick', () => {
  fc.assert(
    fc.property(lists, lists, (first, second) => {
      const a = merge(first)
      const b = merge(second)
      const left = subtract(a, b)
      const shared = intersect(a, b)
      for (let tick = 0; tick < 80; tick += 1) {
        expect(covered(a, tick)).toBe(covered(first, tick))
        expect(covered(left, tick)).toBe(covered(first, tick) && !covered(second, tick))
        expect(covered(shared, tick)).toBe(covered(first, tick) && covered(second, tick))
      }
    }),
  )
})

test('meetsAny finds an overlap wherever it lies, and touching is none', () => {
  fc.assert(
    fc.property(lists, fc.nat(60), fc.integer({ min: 1, max: 9 }), (list, startMs, lengthMs) => {
      const span = { startMs, endMs: startMs + lengthMs }
      const sorted = merge(list)
      expect(meetsAny(sorted, span)).toBe(sorted.some((one) => overlaps(one, span)))
    }),
  )
  expect(meetsAny([{ startMs: 10, endMs: 20 }], { startMs: 20, endMs: 30 })).toBe(false)
})

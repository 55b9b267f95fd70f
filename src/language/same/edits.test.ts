import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edits, jaroWinkler } from './edits.ts'
import { soundOf } from './sounds.ts'

test.each([
  ['novak', 'novak', 0],
  ['novak', 'novka', 1],
  ['novak', 'nvak', 1],
  ['novak', 'novaak', 1],
  ['novak', 'nowack', 2],
  ['', 'ab', 2],
])('%s to %s: %i errors', (a, b, count) => {
  expect(edits(a, b, 5)).toBe(count)
  expect(edits(b, a, 5)).toBe(count)
})

test('counting ends where it is told to', () => {
  expect(edits('harbour', 'westport', 2)).toBe(3)
})

// The figures of the papers by Jaro and Winkler.
test.each([
  ['martha', 'marhta', 0.961],
  ['dwayne', 'duane', 0.84],
  ['dixon', 'dicksonx', 0.813],
  ['abc', 'xyz', 0],
])('%s and %s are alike by %f', (a, b, likeness) => {
  expect(jaroWinkler(a, b)).toBeCloseTo(likeness, 3)
})

test('likeness stays between 0 and 1, and a word is like itself', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 80 }), (a, b) => {
      expect(jaroWinkler(a, a)).toBe(1)
      expect(jaroWinkler(a, b)).toBeGreaterThanOrEqual(0)
      expect(jaroWinkler(a, b)).toBeLessThanOrEqual(1 + 1e-9)
    }),
  )
})

test.each([
  ['meyer', 'maier'],
  ['catherine', 'katherine'],
  ['philipp', 'filip'],
  ['schmidt', 'schmitt'],
  ['knight', 'night'],
])('%s sounds like %s', (a, b) => {
  expect(soundOf(a)).toBe(soundOf(b))
})

test('other names sound otherwise', () => {
  expect(soundOf('lee')).not.toBe(soundOf('lang'))
})

import { expect, test } from 'vitest'
import { Watermark } from './watermark.ts'

test('everything is done up to before the oldest that is not, in whatever order they end', () => {
  const done = new Watermark(4)
  expect(done.upTo).toBe(4)
  for (const number of [5, 6, 7]) done.begin(number)
  expect(done.upTo).toBe(4)
  done.end(6)
  expect(done.upTo).toBe(4)
  done.end(5)
  expect(done.upTo).toBe(6)
  done.end(7)
  expect(done.upTo).toBe(7)
})

import { expect, test } from 'vitest'
import { slots } from './slots.ts'

test('finding times is measured over calendars that leave some', () => {
  const { people, blocks, found, ms } = slots(1)
  expect([people, blocks, found]).toEqual([8, 2000, 3])
  expect(ms).toBeGreaterThan(0)
})

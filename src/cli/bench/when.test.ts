import { expect, test } from 'vitest'
import { reading } from './when.ts'

test('reading times is measured over sentences of every kind', () => {
  const { sentences, ms } = reading(5)
  expect(sentences).toBeGreaterThan(20)
  expect(ms).toBeGreaterThan(0)
})

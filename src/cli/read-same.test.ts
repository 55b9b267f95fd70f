import { expect, test } from 'vitest'
import { readSameLine } from './read-same.ts'

test('the answer bears the id, the verdict, its score and grounds', () => {
  const line = { id: '3', a: { name: 'Kite Ltd', city: 'Westport' }, b: { name: 'KITE Limited', city: 'westport' } }
  expect(readSameLine(line)).toEqual({ id: '3', same: 'yes', score: 0.985, grounds: ['same name', 'same city'] })
})

test('a line without two records is told what it lacks', () => {
  expect(() => readSameLine({ id: '3', a: {} } as never)).toThrow('a and b')
})

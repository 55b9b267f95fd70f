import { expect, test } from 'vitest'
import { isCalled } from './called.ts'

const JO = ['Jo Park', 'jo@acme.io', 'Acme GmbH', null]

test.each([
  ['acme', true],
  ['ACME gmbh', true],
  ['jo park', true],
  ['Park from Acme', false],
  ['globex', false],
  ['ac', false],
  ['jo@acme.io', true],
  ['', false],
  ['?!', false],
])('%j', (said, called) => {
  expect(isCalled(said, JO)).toBe(called)
})

test('accents do not matter, and short words must be whole', () => {
  expect(isCalled('jose', ['José Ruiz'])).toBe(true)
  expect(isCalled('jos', ['José Ruiz'])).toBe(false)
})

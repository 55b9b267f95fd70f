import { expect, test } from 'vitest'
import { isFrom } from './never.ts'

test.each([
  ['.edu', 'x@cs.state.edu', true],
  ['.edu', 'x@state.edu', true],
  ['.edu', 'x@edu.example', false],
  ['.edu', 'x@notedu', false],
  ['.ac.uk', 'x@ox.ac.uk', true],
  ['@initech.io', 'jo@initech.io', true],
  ['@initech.io', 'JO@MAIL.INITECH.IO', true],
  ['@initech.io', 'jo@notinitech.io', false],
  ['disposable_email', 'x@disposable_email', false],
  ['competitors.txt', 'x@competitors.txt', false],
  ['.', 'x@acme.io', false],
])('%s holds for %s: %s', (entry, address, holds) => {
  expect(isFrom(entry, [null, address])).toBe(holds)
})

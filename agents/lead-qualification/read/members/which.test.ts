import { expect, test } from 'vitest'
import { readBand, readPattern, readReason, readWhich } from './which.ts'

test.each([
  ['why is acme only 48?', 'acme', null, null],
  ['bump globex to hot, I know the CEO', 'globex', 'hot', 'I know the CEO'],
  ['mark acme as cold, they told me they have no money', 'acme', 'cold', 'they told me they have no money'],
  ['bump it to warm because they called', null, 'warm', 'they called'],
  ['what is the score of Kite Ltd?', 'Kite Ltd', null, null],
  ['why only 38?', null, null, null],
  ['set jo@acme.io to hot', 'jo@acme.io', 'hot', null],
])('%s', (text, who, band, reason) => {
  expect([readWhich(text), readBand(text), readReason(text)]).toEqual([who, band, reason])
})

test.each([
  ['stop qualifying anything from .edu', '.edu'],
  ['ignore leads from initech.io.', 'initech.io'],
  ['never qualify x@acme.io', 'x@acme.io'],
  ['stop qualifying students', null],
])('%s', (text, pattern) => {
  expect(readPattern(text)).toBe(pattern)
})

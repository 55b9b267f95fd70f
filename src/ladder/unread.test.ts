import { expect, test } from 'vitest'
import { cueWords, plainlyRead, unreadWords, wordsHeld } from './unread.ts'

const idle = cueWords([
  { intent: 'book', slash: null, verbs: ['set up'], objects: ['board call'], refusals: [], examples: ['Zebra'] },
])
const at = { nowMs: Date.parse('2026-11-23T08:00:00Z'), zone: 'Europe/London' }

test.each([
  ['please set up a call with Sam tomorrow, thanks!', ['Sam'], []],
  ['set up a call with Sam whenever the stars align', ['Sam'], ['whenever', 'stars', 'align']],
  ['könnten wir uns am Dienstag mit Jörg zusammensetzen?', ['Jörg'], ['zusammensetzen']],
  ['set up a call with Samuel', ['Sam'], ['Samuel']],
])('what nobody read in "%s"', (text, read, left) => {
  expect(unreadWords(text, read, idle)).toEqual(left)
})

test('times and amounts are read without a model', () => {
  const text = 'set up a call on Thursday at 3pm for 45 min about 30k'
  expect(unreadWords(text, plainlyRead(text, at), idle)).toEqual([])
})

test('what a request holds is words of the message, wherever they stand in it; a copy of the whole tells nothing', () => {
  const request = { kind: 'book', who: [{ words: 'Sam' }], said: 'Call  Sam', note: null, lengthMs: 5 }
  expect(wordsHeld(request, 'call sam')).toEqual(['book', 'Sam', 'Call  Sam'])
  expect(wordsHeld({ said: 'call SAM' }, 'call sam')).toEqual([])
})

import { expect, test } from 'vitest'
import { readVerb } from './verbs.ts'

test.each([
  ["pause bot on Acme, I'm handling", { verb: 'hands_off', who: 'Acme', strict: true }],
  ['mute the desk for Jo Park', { verb: 'hands_off', who: 'Jo Park', strict: true }],
  ['take over Acme', { verb: 'hands_off', who: 'Acme', strict: false }],
  ["I'll handle Acme", { verb: 'hands_off', who: 'Acme', strict: false }],
  ['give back Acme', { verb: 'give_back', who: 'Acme', strict: false }],
  ['hand Acme back to the desk', { verb: 'give_back', who: 'Acme', strict: false }],
  ['resume bot on Acme', { verb: 'give_back', who: 'Acme', strict: true }],
  ['pause', { verb: 'pause' }],
  ['take over f1a2b3c4', { verb: 'decide', decision: 'take_over', flag: 'f1a2b3c4', note: null }],
])('%s', (text, verb) => {
  expect(readVerb(text)).toEqual(verb)
})

test.each(['leave Acme', 'leave early today', 'pause the campaign', 'book 30 min with Sam, I will handle the rest'])(
  '%s is a message',
  (text) => {
    expect(readVerb(text)).toBeNull()
  },
)

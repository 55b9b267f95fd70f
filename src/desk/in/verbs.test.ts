import { expect, test } from 'vitest'
import { readVerb } from './verbs.ts'

const tried = (version: string, more: object) => ({
  verb: 'try',
  agent: 'scheduling',
  trial: { version, how: 'canary', percent: 0, members: [], ...more },
})

test.each([
  ["pause bot on Acme, I'm handling", { verb: 'hands_off', who: 'Acme', strict: true }],
  ['mute the desk for Jo Park', { verb: 'hands_off', who: 'Jo Park', strict: true }],
  ['take over Acme', { verb: 'hands_off', who: 'Acme', strict: false }],
  ["I'll handle Acme", { verb: 'hands_off', who: 'Acme', strict: false }],
  ['give back Acme', { verb: 'give_back', who: 'Acme', strict: false }],
  ['hand Acme back to the desk', { verb: 'give_back', who: 'Acme', strict: false }],
  ['resume bot on Acme', { verb: 'give_back', who: 'Acme', strict: true }],
  ['pause', { verb: 'pause' }],
  ['What can you do?', { verb: 'help' }],
  ['who are you', { verb: 'help' }],
  ['versions', { verb: 'versions' }],
  ['/desk version', { verb: 'versions' }],
  ['rollback lead-qualification', { verb: 'rollback', agent: 'lead-qualification' }],
  ['Roll back Scheduling', { verb: 'rollback', agent: 'scheduling' }],
  ['differences scheduling', { verb: 'differences', agent: 'scheduling' }],
  ['use scheduling 1.1.0', { verb: 'use', agent: 'scheduling', version: '1.1.0' }],
  ['try scheduling 1.10.0 in shadow', tried('1.10.0', { how: 'shadow' })],
  ['try scheduling 1.1.0 on 10%', tried('1.1.0', { percent: 10 })],
  ['try scheduling 1.1.0 for Mia and sam', tried('1.1.0', { members: ['Mia', 'sam'] })],
  ['try scheduling 1.1.0 on 5 % and for mia, sam', tried('1.1.0', { percent: 5, members: ['mia', 'sam'] })],
  ['take over f1a2b3c4', { verb: 'decide', decision: 'take_over', flag: 'f1a2b3c4', note: null }],
])('%s', (text, verb) => {
  expect(readVerb(text)).toEqual(verb)
})

test.each([
  'leave Acme',
  'leave early today',
  'pause the campaign',
  'book 30 min with Sam, I will handle the rest',
  'roll back the globex deal to proposal',
  'use the blue room',
  'try scheduling something on friday',
  'try scheduling 1.1.0 on 400%',
])('%s is a message', (text) => {
  expect(readVerb(text)).toBeNull()
})

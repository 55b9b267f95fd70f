import { expect, test } from 'vitest'
import { type Came, contains, differences } from './expectation.ts'
import { Scenario, type Turn } from './scenario.ts'

const turnWith = (expected: object): Turn => {
  const turns = [{ from: 'mia', text: 'book it', expect: expected }]
  const [turn] = Scenario.parse({ id: '1.1', title: 'x', clock: '2026-11-23T08:00:00Z', turns }).turns
  if (!turn) throw new Error('no turn')
  return turn
}
const booked: Came = {
  tasks: [
    {
      task: 't1',
      agent: 'scheduling',
      intent: 'book',
      status: 'done',
      tier: 'rules',
      actions: [
        { kind: 'calendar.create', status: 'done', args: { id: 'real', event: { title: 'Chat', with: ['a'] } } },
      ],
    },
  ],
  reply: 'Booked "Chat".',
}
const differs = (expected: object, came: Came = booked): string[] =>
  differences(turnWith(expected), came, (name) => (name === 'made-1' ? 'real' : name))

test('a turn that came out as told differs in nothing', () => {
  const actions = [{ kind: 'calendar.create', args: { id: 'made-1', event: { title: 'Chat' } } }]
  expect(differs({ tasks: [{ intent: 'book', status: 'done', actions }], reply: '^booked' })).toEqual([])
})

test.each([
  ['another job', { tasks: [{ intent: 'cancel' }] }, 'jobs: scheduling/cancel wanted, scheduling/book came'],
  ['a job too many', { tasks: [] }, 'jobs: nothing wanted, scheduling/book came'],
  ['another status', { tasks: [{ intent: 'book', status: 'declined' }] }, 'status: declined wanted, done came'],
  ['no flag', { tasks: [{ intent: 'book', flag: 'AUTHORITY' }] }, 'flag: AUTHORITY wanted, none came'],
  ['no silence', { tasks: [{ intent: 'book' }], reply: null }, 'it should have been silent, and said "Booked'],
  ['other words', { tasks: [{ intent: 'book' }], reply: 'moved' }, 'the reply does not match moved: "Booked'],
  [
    'an action too many',
    { tasks: [{ intent: 'book', actions: [] }] },
    'actions: [] wanted, [{"kind":"calendar.create"',
  ],
])('%s is said', (_what, expected, said) => {
  const [first = '', ...rest] = differs(expected)
  expect(rest).toEqual([])
  expect(first).toContain(said)
})

test('of an object only what is wanted counts; lists are compared whole', () => {
  expect(contains({ a: 1, b: 2 }, { a: 1 })).toBe(true)
  expect(contains({ a: 1 }, { a: 1, b: undefined })).toBe(true)
  expect(contains([1, 2], [1])).toBe(false)
  expect(contains(null, {})).toBe(false)
  expect(contains({ a: null }, { a: {} })).toBe(false)
})

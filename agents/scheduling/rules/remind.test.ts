import { expect, test } from 'vitest'
import { asks, facts, meeting, moment, which } from './facts.fixture.ts'
import { decideRemind } from './remind.ts'

const day = (iso: string) => ({ ...moment(iso, 1440), clocked: false, wholeDays: true })

test('at the moment said; a day alone is the start of working hours', () => {
  expect(
    decideRemind(asks('remind', { reminder: 'call Jo', when: moment('2026-11-24T15:00:00Z') }), facts()),
  ).toMatchObject({
    actions: [
      {
        kind: 'reminder.create',
        args: {
          atMs: Date.parse('2026-11-24T15:00:00Z'),
          text: 'call Jo',
          person: 'mia',
          channel: 'slack',
          conversation: 'main',
        },
      },
    ],
  })
  expect(
    decideRemind(asks('remind', { reminder: 'call Jo', when: day('2026-11-24T00:00:00Z') }), facts()),
  ).toMatchObject({
    actions: [{ args: { atMs: Date.parse('2026-11-24T09:00:00Z') } }],
  })
})

test('before an event', () => {
  const demo = meeting('d', '2026-11-24T13:00:00Z', '2026-11-24T14:00:00Z', { title: 'Demo Acme' })
  const request = asks('remind', { reminder: 'the demo', beforeMs: 600_000, which: which({ words: 'demo' }) })
  expect(decideRemind(request, facts({ events: [demo] }))).toMatchObject({
    actions: [{ args: { atMs: Date.parse('2026-11-24T12:50:00Z') } }],
  })
  expect(decideRemind(request, facts())).toMatchObject({ type: 'answer' })
})

test('what is missing or past is asked; others are not reminded', () => {
  expect(decideRemind(asks('remind', { reminder: 'x' }), facts())).toMatchObject({
    type: 'ask',
    question: { slots: ['when'] },
  })
  expect(decideRemind(asks('remind'), facts())).toMatchObject({ type: 'ask', question: { slots: ['reminder'] } })
  expect(decideRemind(asks('remind', { reminder: 'x', when: moment('2026-11-20T15:00:00Z') }), facts())).toMatchObject({
    type: 'ask',
  })
  const sam = { words: 'Sam', span: null, address: '', role: 'change' as const }
  expect(decideRemind(asks('remind', { reminder: 'x', people: [sam] }), facts())).toMatchObject({ type: 'refuse' })
})

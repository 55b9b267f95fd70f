import { expect, test } from 'vitest'
import { QUESTION, readQuestion } from './words.ts'

/** Wednesday evening, in a week that begins on Monday. */
const now = { nowMs: Date.parse('2026-11-25T21:30:00Z'), zone: 'Europe/London', weekStart: 1 }
const NOW = '2026-11-25T21:30:00.001Z'

test.each([
  ['what did you do tonight?', null, '2026-11-25T18:00:00.000Z', NOW],
  ['What have you done today', null, '2026-11-25T00:00:00.000Z', NOW],
  ['anything new?', null, '2026-11-25T00:00:00.000Z', NOW],
  ['hey, what did I miss yesterday?', null, '2026-11-24T00:00:00.000Z', '2026-11-25T00:00:00.000Z'],
  ['what happened over the weekend?', null, '2026-11-21T00:00:00.000Z', '2026-11-23T00:00:00.000Z'],
  ['what happened on Friday', null, '2026-11-20T00:00:00.000Z', '2026-11-21T00:00:00.000Z'],
  ['what did you do since Monday?', null, '2026-11-23T00:00:00.000Z', NOW],
  ['what happened with Acme this week?', 'Acme', '2026-11-23T00:00:00.000Z', NOW],
  [
    "what's happened last week with O'Neil & Sons",
    "O'Neil & Sons",
    '2026-11-16T00:00:00.000Z',
    '2026-11-23T00:00:00.000Z',
  ],
  ['what happened with acme', 'acme', '2026-11-23T00:00:00.000Z', NOW],
  ["what's new with Acme?", 'Acme', '2026-11-23T00:00:00.000Z', NOW],
  ['what happened to Acme last month?', 'Acme', '2026-09-30T23:00:00.000Z', '2026-11-01T00:00:00.000Z'],
  ['what did you do last night?', null, '2026-11-24T18:00:00.000Z', '2026-11-25T09:00:00.000Z'],
  ['what happened last Wednesday?', null, '2026-11-18T00:00:00.000Z', '2026-11-19T00:00:00.000Z'],
  ['what happened in the last 3 hours?', null, '2026-11-25T18:30:00.000Z', NOW],
  ['what happened 2 days ago?', null, '2026-11-23T00:00:00.000Z', '2026-11-24T00:00:00.000Z'],
  ['what did I miss while I was away?', null, '2026-11-24T18:00:00.000Z', NOW],
])('"%s" is known by the rules', (text, about, from, until) => {
  const { fromMs, toMs, ...asked } = readQuestion(text, now)
  expect(asked).toMatchObject({ about, whole: true })
  expect([fromMs, toMs].map((ms) => new Date(ms).toISOString())).toEqual([from, until])
})

test('before the evening, tonight is the night that was', () => {
  const { fromMs } = readQuestion('what did you do overnight?', { ...now, nowMs: Date.parse('2026-11-25T08:00:00Z') })
  expect(new Date(fromMs).toISOString()).toBe('2026-11-24T18:00:00.000Z')
})

test.each([
  'any new leads?',
  'what is happening tomorrow?',
  'what happened to the invoice',
  'what happened with the call on Friday',
  'what happened with Acme in March?',
  'what happened with Acme between Monday and Friday?',
  'what happened with you?',
  "what's new?",
  'book 30 min with Sam tomorrow',
  'what did Sam do today?',
  `what happened ${'with a '.repeat(400)}%`,
  `what did you do ${'today with b on a '.repeat(300)}%`,
])("%.60s is not the rules' question", (text) => {
  expect(QUESTION.test(text)).toBe(false)
  expect(readQuestion(text, now).whole).toBe(false)
})

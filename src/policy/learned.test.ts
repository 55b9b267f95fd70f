import { expect, test } from 'vitest'
import { LEAST } from './fixture.ts'
import { parsePolicy, rulesFor } from './policy.ts'

const NOW = Date.parse('2026-12-01T12:00:00Z')
const facts = { party: 'internal', hours_ahead: 48 }

const rule = (line: string) => `  - {text: words, then: act, author: mia, ${line}}\n`
const policyWith = (...lines: string[]) =>
  parsePolicy(`${LEAST}rules:\n${lines.map(rule).join('')}`, { file: 'policy.yaml' })
const idsOf = (policy: ReturnType<typeof policyWith>, kind = 'calendar.move', nowMs = NOW) =>
  rulesFor(policy, kind, facts, nowMs).map((one) => one.id)

test('the closest scope comes first, then more comparisons, then the newest', () => {
  const policy = policyWith(
    'id: agent, scope: scheduling, createdAt: 2026-11-30, when: party == internal and hours_ahead > 1 and hours_ahead < 99',
    'id: store, scope: calendar, createdAt: 2026-11-01',
    'id: old, scope: calendar.move, createdAt: 2026-11-01',
    'id: new, scope: calendar.move, createdAt: 2026-11-02',
    'id: exact, scope: calendar.move, createdAt: 2026-10-01, when: party == internal',
    'id: other, scope: calendar.cancel, createdAt: 2026-11-02',
    'id: sales, scope: lead-qualification, createdAt: 2026-11-02',
  )
  expect(idsOf(policy)).toEqual(['exact', 'new', 'old', 'store', 'agent'])
  expect(idsOf(policy, 'reminder.create')).toEqual(['agent'])
})

test('a rule needs its condition to hold; not to know is not enough', () => {
  const policy = policyWith(
    'id: holds, scope: calendar.move, createdAt: 2026-11-01, when: hours_ahead > 24',
    'id: fails, scope: calendar.move, createdAt: 2026-11-01, when: hours_ahead > 72',
    'id: unknown, scope: calendar.move, createdAt: 2026-11-01, when: party > 5',
    'id: absent, scope: calendar.move, createdAt: 2026-11-01, when: amount > 5 EUR',
  )
  expect(idsOf(policy)).toEqual(['holds'])
})

test('a rule ends: with the day it names in the zone of the company, or after 180 days', () => {
  const policy = policyWith(
    'id: day, scope: calendar.move, createdAt: 2026-06-01, expires: 2026-07-01',
    'id: instant, scope: calendar.move, createdAt: 2026-06-01, expires: 2026-07-01T12:00:00Z',
    'id: life, scope: calendar.move, createdAt: 2026-01-02T00:00:00Z',
  )
  const at = (iso: string) => idsOf(policy, 'calendar.move', Date.parse(iso))
  expect(at('2026-07-01T11:59:59Z')).toEqual(['day', 'instant'])
  expect(at('2026-07-01T22:59:59Z')).toEqual(['day']) // 23:59 in London
  expect(at('2026-07-01T23:00:00Z')).toEqual([])
  expect(at('2026-06-30T23:59:59Z')).toContain('life')
  expect(at('2026-07-01T00:00:00Z')).not.toContain('life')
})

test('a suspended rule does not match', () => {
  expect(idsOf(policyWith('id: off, scope: calendar.move, createdAt: 2026-11-01, suspended: true'))).toEqual([])
})

import { expect, test } from 'vitest'
import { checkedFields } from '../../field-ops.ts'
import type { Principal } from '../../principal.ts'
import type { FieldOp, RecordKind } from '../../record.ts'
import { ACTIONS } from '../catalogue.ts'
import type { ActionContext } from '../definition.ts'

const context: ActionContext = {
  principal: { kind: 'member' } as Principal,
  own: [],
  party: () => 'member',
  nameOf: (address) => (address === 'sam' ? 'Sam Ortiz' : address),
  recordName: (id) => ({ a1: 'Acme Ltd', d1: 'Web shop' })[id] ?? null,
  nowMs: Date.parse('2026-11-23T09:00:00Z'),
  zone: 'Europe/London',
}
const say = (kind: string, args: object, before: object | null = null, tense: 'will' | 'done' = 'done') =>
  ACTIONS.get(kind)?.say(args, before, tense, context)
const record = (kind: RecordKind, fields: object) => ({ id: 'd1', version: '1', ...checkedFields(kind, fields) })
const op = (path: string, before: FieldOp['before'], after: FieldOp['after']): FieldOp => ({ path, before, after })
const DEAL = record('deal', {
  name: 'Acme',
  stage: 'lead',
  amountMinor: 1_800_000,
  currency: 'EUR',
  owner: 'mia',
  custom: { Region: 'EU' },
})

test.each([
  [[op('amountMinor', 1_800_000, 2_400_000)], "Set Acme's amount to 24,000 EUR (was 18,000 EUR)"],
  [
    [op('amountMinor', 0, 800_050), op('period', null, 'month')],
    "Set Acme's amount to 8,000.50 EUR a month (was 18,000 EUR)",
  ],
  [[op('currency', 'EUR', 'JPY')], "Set Acme's amount to 1,800,000 JPY (was 18,000 EUR)"],
  [
    [op('stage', 'lead', 'closed_won'), op('closeDate', null, '2026-11-30'), op('owner', 'mia', 'sam')],
    "Set Acme's stage to closed won (was lead), close date to Mon 30 Nov and owner to Sam Ortiz (was mia)",
  ],
  [[op('custom.Region', 'EU', null)], 'Set Acme\'s Region to none (was "EU")'],
  [[op('account', null, 'a1')], "Set Acme's account to Acme Ltd"],
  [[op('closeDate', null, '2027-01-04'), op('stage', 'x', 'lead')], "Set Acme's close date to Mon 4 Jan 2027"],
])('a change', (ops, expected) => {
  expect(say('deal.update', { id: 'd1', version: '1', ops }, DEAL)).toBe(expected)
})

test('new records, what is put away, notes and tasks', () => {
  const deal = {
    name: 'Kite',
    account: 'a1',
    amountMinor: 9_600_000,
    currency: 'EUR',
    stage: 'proposal',
    closeDate: '2026-12-31',
  }
  expect(say('deal.create', { draft: checkedFields('deal', deal) })).toBe(
    'Added the deal Kite for Acme Ltd, 96,000 EUR, proposal, closing Thu 31 Dec',
  )
  const jo = { name: 'Jo Ng', emails: ['jo@acme.example'], company: 'Acme' }
  expect(say('contact.create', { draft: checkedFields('contact', jo) }, null, 'will')).toBe(
    'Add the contact Jo Ng, Acme, jo@acme.example',
  )
  expect(say('deal.archive', { id: 'd1', version: '1' }, DEAL)).toBe('Put away the deal Acme')
  const about = { kind: 'deal', id: 'd1' }
  const note = { kind: 'note', about, at: '2026-11-23T09:00:00Z', text: 'likes "short" mails' }
  expect(say('activity.create', { draft: checkedFields('activity', note) })).toBe(
    'Note on Web shop: likes "short" mails',
  )
  const task = { ...note, kind: 'task', text: 'chase', owner: 'sam', due: '2026-11-26' }
  expect(say('activity.create', { draft: checkedFields('activity', task) })).toBe(
    'Task about Web shop for Sam Ortiz, due Thu 26 Nov: chase',
  )
})

test('of a lead what matters is said, and what the desk only keeps is not', () => {
  const lead = record('lead', { person: { name: 'Ada Quist' }, status: 'new' })
  const score = { fit: 50, intent: 32, total: 82, band: 'hot', completeness: 0.8, factors: [] }
  const ops = [op('score', null, score), op('status', 'new', 'qualified'), op('asked', [], ['budget'])]
  expect(say('lead.update', { id: 'd1', version: '1', ops }, lead)).toBe(
    "Set Ada Quist's score to 82 (hot) and status to qualified (was new)",
  )
  expect(say('lead.update', { id: 'd1', version: '1', ops: ops.slice(2) }, lead)).toBe('Wrote down what Ada Quist said')
})

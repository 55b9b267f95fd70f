import { expect, test } from 'vitest'
import type { ActionContext } from '#kernel/actions/definition.ts'
import { IN_CONFLICT } from '../act/conflict.ts'
import { recordEdit, recordFields } from './record-fields.ts'

const ops = [
  { path: 'amountMinor', before: 1_800_000, after: 2_400_000 },
  { path: 'closeDate', before: null, after: '2026-11-30' },
  { path: 'nextStep', before: 'call', after: 'legal' },
  { path: 'custom.Region', before: 'EU', after: null },
]
const change = {
  kind: 'deal.update',
  args: { id: 'd1', version: '1', ops },
  before: { amountMinor: 1_800_000, currency: 'EUR', nextStep: 'call', custom: { Region: 'EU' } },
  rule: 'crm.approve_if: amount >= 10000 EUR',
  status: 'proposed' as const,
}
const editor: ActionContext = {
  principal: {
    ...{ kind: 'member', id: 'mia', name: 'Mia', assurance: 'verified', email: null, phone: null },
    zone: 'Europe/London',
    roles: [],
  },
  own: [],
  party: () => 'unknown',
  nameOf: (address) => address,
  nowMs: Date.UTC(2026, 10, 24),
  zone: 'Europe/London',
}
const form = (fields: Record<string, string>) => (field: string) => fields[field]

test('a change of a record is edited field by field, money as it is written', () => {
  const fields = recordFields(change, '0.', editor)
  expect(fields.filter(({ type }) => type !== 'check')).toEqual([
    { name: '0.amountMinor', label: 'Amount', type: 'text', value: '24000 EUR' },
    { name: '0.closeDate', label: 'Close date', type: 'date', value: '2026-11-30' },
    { name: '0.nextStep', label: 'Next step', type: 'text', value: 'legal' },
  ])
  expect(fields.filter(({ type }) => type === 'check').map(({ name, label }) => [name, label])).toEqual([
    ['0.keep.amount', 'Amount: 18,000 EUR → 24,000 EUR'],
    ['0.keep.closeDate', expect.stringMatching(/^Close date: none → .*30 Nov/)],
    ['0.keep.nextStep', 'Next step: call → legal'],
    ['0.keep.custom.Region', 'Region: EU → none'],
  ])
  expect(recordEdit(change, form({ amountMinor: '26000.50 eur', closeDate: '2026-12-01', nextStep: 'legal' }))).toEqual(
    {
      ops: [
        { path: 'amountMinor', before: 1_800_000, after: 2_600_050 },
        { ...ops[1], after: '2026-12-01' },
        ops[2],
        ops[3],
      ],
    },
  )
  expect(recordEdit(change, form({}))).toEqual({ ops })
})

test.each(['lots', '26000', '26000 USD', ''])('"%s" is no amount for it', (amountMinor) => {
  expect(() => recordEdit(change, form({ amountMinor }))).toThrow('cannot be used')
})

test('of a conflict a form asks what becomes of it', () => {
  const clash = { ...change, ...IN_CONFLICT }
  expect(recordFields(clash, '0.', editor)[0]).toMatchObject({ name: '0.keep', value: 'yours' })
  expect(recordEdit(clash, form({ keep: 'Note' }))).toEqual({ keep: 'note' })
  expect(recordEdit(clash, form({ keep: 'yours', nextStep: 'sign' }))).toMatchObject({ ops: { 2: { after: 'sign' } } })
  expect(() => recordEdit(clash, form({ keep: 'both' }))).toThrow('neither yours nor note')
})

test('other kinds have fields of their own', () => {
  expect(recordFields({ ...change, kind: 'calendar.move' }, '0.', editor)).toEqual([])
})

test('a line that is not ticked is left out; what a form does not speak of stays', () => {
  expect(recordEdit(change, form({ 'keep.amount': 'no', 'keep.nextStep': '' }))).toEqual({ ops: [ops[1], ops[3]] })
  const all = { 'keep.amount': 'no', 'keep.closeDate': 'no', 'keep.nextStep': 'no', 'keep.custom.Region': 'no' }
  expect(recordEdit(change, form(all))).toEqual({ ops: [] })
})

test('the only line of a change is shown by its value, with what stands there and the words it came from', () => {
  const one = { path: 'emails', before: [], after: ['jo@x.example'], from: 'her mail is jo@x.example' }
  const mail = {
    ...change,
    kind: 'contact.update',
    args: { id: 'c1', version: '1', ops: [one] },
    before: { emails: [] },
  }
  expect(recordFields(mail, '0.', editor)).toEqual([
    {
      ...{ name: '0.emails', label: 'E-mail', type: 'text', value: 'jo@x.example' },
      change: { before: null, after: 'jo@x.example', from: one.from },
    },
  ])
  expect(recordEdit(mail, form({ emails: 'jo@y.example; jo@z.example' }))).toEqual({
    ops: [{ path: 'emails', before: [], after: ['jo@y.example', 'jo@z.example'] }],
  })
})

import { expect, test } from 'vitest'
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
  before: { currency: 'EUR' },
  rule: 'crm.approve_if: amount >= 10000 EUR',
  status: 'proposed' as const,
}
const form = (fields: Record<string, string>) => (field: string) => fields[field]

test('a change of a record is edited field by field, money as it is written', () => {
  expect(recordFields(change, '0.')).toEqual([
    { name: '0.amountMinor', label: 'Amount', type: 'text', value: '24000 EUR' },
    { name: '0.closeDate', label: 'Close date', type: 'date', value: '2026-11-30' },
    { name: '0.nextStep', label: 'Next step', type: 'text', value: 'legal' },
  ])
  expect(recordEdit(change, form({ amountMinor: '26000.50 eur', closeDate: '2026-12-01', nextStep: 'legal' }))).toEqual(
    {
      ops: [{ ...ops[0], after: 2_600_050 }, { ...ops[1], after: '2026-12-01' }, ops[2], ops[3]],
    },
  )
  expect(recordEdit(change, form({}))).toEqual({ ops })
})

test.each(['lots', '26000', '26000 USD', ''])('"%s" is no amount for it', (amountMinor) => {
  expect(() => recordEdit(change, form({ amountMinor }))).toThrow('cannot be used')
})

test('of a conflict a form asks what becomes of it', () => {
  const clash = { ...change, ...IN_CONFLICT }
  expect(recordFields(clash, '0.')[0]).toMatchObject({ name: '0.keep', value: 'yours' })
  expect(recordEdit(clash, form({ keep: 'Note' }))).toEqual({ keep: 'note' })
  expect(recordEdit(clash, form({ keep: 'yours', nextStep: 'sign' }))).toMatchObject({ ops: { 2: { after: 'sign' } } })
  expect(() => recordEdit(clash, form({ keep: 'both' }))).toThrow('neither yours nor note')
})

test('other kinds have fields of their own', () => {
  expect(recordFields({ ...change, kind: 'calendar.move' }, '0.')).toEqual([])
})

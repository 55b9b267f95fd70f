import { labelOf } from '#kernel/actions/records/fields-said.ts'
import { DeskError } from '#kernel/errors.ts'
import { parseMoney, writeMoney } from '#kernel/money.ts'
import type { FieldOp } from '#kernel/record.ts'
import type { ActionRow } from '#store/actions/action-rows.ts'
import { changedKind, isInConflict } from '../act/conflict.ts'
import type { EditField } from './edit-fields.ts'

type Planned = Pick<ActionRow, 'kind' | 'args' | 'before' | 'rule' | 'status'>
type Given = (field: string) => string | undefined

const DATE = /^\d{4}-\d\d-\d\d$/
const KEEP = 'keep'
const opsOf = ({ args }: Planned): readonly FieldOp[] => args.ops as FieldOp[]

/** What can be edited of a change of a record: each amount, date and text that it writes; of a conflict, also what becomes of it. */
export function recordFields(action: Planned, at: string): EditField[] {
  if (changedKind(action.kind) === null) return []
  const fields = opsOf(action).flatMap((op): EditField[] => {
    const value = shown(action, op)
    if (value === null) return []
    const type = DATE.test(value) ? 'date' : 'text'
    return [
      { name: `${at}${op.path}`, label: upper(op.path === 'amountMinor' ? 'amount' : labelOf(op.path)), type, value },
    ]
  })
  const keep: EditField = {
    name: at + KEEP,
    label: 'Write "yours", or keep theirs and yours as a "note"',
    type: 'text',
    value: 'yours',
  }
  return isInConflict(action) ? [keep, ...fields] : fields
}

/** @throws DeskError BAD_EDIT */
export function recordEdit(action: Planned, given: Given): { ops: FieldOp[] } | { keep: 'note' } | null {
  if (changedKind(action.kind) === null) return null
  const keep = given(KEEP)?.toLowerCase()
  if (keep === 'note') return { keep }
  if (keep !== undefined && keep !== 'yours')
    throw new DeskError('BAD_EDIT', { problem: `"${keep.slice(0, 40)}" is neither yours nor note` })
  return { ops: opsOf(action).flatMap((op) => edited(action, op, given(op.path))) }
}

/** The value of a change as a form holds it; null where a form is of no use. */
function shown(action: Planned, { path, after }: FieldOp): string | null {
  if (path === 'currency') return null
  if (path !== 'amountMinor') return typeof after === 'string' ? after : null
  const currency = currencyOf(action)
  return typeof after === 'number' && currency !== null ? writeMoney({ amountMinor: after, currency }) : null
}

/** The currency that an amount is in once the change is written. */
function currencyOf(action: Planned): string | null {
  const wanted = opsOf(action).find(({ path }) => path === 'currency')?.after
  const currency = wanted ?? (action.before as { currency?: unknown } | null)?.currency
  return typeof currency === 'string' ? currency : null
}

function edited(action: Planned, op: FieldOp, text: string | undefined): FieldOp[] {
  if (text === undefined || text === shown(action, op)) return [op]
  if (op.path !== 'amountMinor') return [{ ...op, after: text === '' ? null : text }]
  const money = parseMoney(text.toUpperCase())
  if (!money) throw new DeskError('BAD_EDIT', { problem: `"${text.slice(0, 40)}" is no amount such as 24000 EUR` })
  if (money.currency !== currencyOf(action))
    throw new DeskError('BAD_EDIT', { problem: `the amount is in ${currencyOf(action)}, not in ${money.currency}` })
  return [{ ...op, after: money.amountMinor }]
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

import type { ActionContext } from '#kernel/actions/definition.ts'
import { DeskError } from '#kernel/errors.ts'
import { parseMoney, writeMoney } from '#kernel/money.ts'
import type { FieldOp } from '#kernel/record.ts'
import type { ActionRow } from '#store/actions/action-rows.ts'
import { changedKind, isInConflict } from '../act/conflict.ts'
import { type ChangeLine, changeLines, lineOf } from './change-lines.ts'
import type { EditField } from './edit-fields.ts'

type Planned = Pick<ActionRow, 'kind' | 'args' | 'before' | 'rule' | 'status'>
type Given = (field: string) => string | undefined

const DATE = /^\d{4}-\d\d-\d\d$/
const KEEP = 'keep'
const opsOf = ({ args }: Planned): readonly FieldOp[] => args.ops as FieldOp[]

/**
 * What can be edited of a change of a record: each field that it writes, with what stands there now and the words it came from, may be
 * left out, and given another value; of a conflict, also what becomes of it.
 */
export function recordFields(action: Planned, at: string, context: ActionContext): EditField[] {
  const kind = changedKind(action.kind)
  if (kind === null) return []
  const lines = changeLines(kind, opsOf(action), action.before as Readonly<Record<string, unknown>> | null, context)
  const keep: EditField = {
    name: at + KEEP,
    label: 'Write "yours", or keep theirs and yours as a "note"',
    type: 'text',
    value: 'yours',
  }
  const fields = lines.flatMap((line) => lineFields(action, line, at, lines.length === 1))
  return isInConflict(action) ? [keep, ...fields] : fields
}

/** The only line of a change is not left out but declined, so it is shown by its value alone where it has one. */
function lineFields(action: Planned, line: ChangeLine, at: string, only: boolean): EditField[] {
  const { field, label, before, after, from, ops } = line
  const change = { before, after, from }
  const values = ops.flatMap((op): EditField[] => {
    const value = shown(action, op)
    if (value === null) return []
    const name = op.path === 'period' ? 'Period' : label
    return [{ name: at + op.path, label: name, type: DATE.test(value) ? 'date' : 'text', value }]
  })
  const [first, ...more] = values
  if (only && first) return [{ ...first, change }, ...more]
  const said = `${label}: ${before ?? 'none'} → ${after ?? 'none'}`
  return [{ name: `${at}${KEEP}.${field}`, label: said, type: 'check', value: 'yes', change }, ...values]
}

/**
 * The change as a form wants it; no changes at all are a change that is declined.
 * @throws DeskError BAD_EDIT
 */
export function recordEdit(action: Planned, given: Given): { ops: FieldOp[] } | { keep: 'note' } | null {
  if (changedKind(action.kind) === null) return null
  const keep = given(KEEP)?.toLowerCase()
  if (keep === 'note') return { keep }
  if (keep !== undefined && keep !== 'yours')
    throw new DeskError('BAD_EDIT', { problem: `"${keep.slice(0, 40)}" is neither yours nor note` })
  const kept = opsOf(action).filter(({ path }) => !isNo(given(`${KEEP}.${lineOf(path)}`)))
  return { ops: kept.flatMap((op) => edited(action, op, given(op.path))) }
}

/** What is not ticked is left out; what a form does not speak of stays. */
const isNo = (given: string | undefined): boolean => given === '' || given?.toLowerCase() === 'no'

/** The value of a change as a form holds it; null where a form is of no use. */
function shown(action: Planned, { path, after }: FieldOp): string | null {
  if (path === 'currency') return null
  if (isTexts(after)) return after.join(', ')
  if (path !== 'amountMinor') return typeof after === 'string' ? after : null
  const currency = currencyOf(action)
  return typeof after === 'number' && currency !== null ? writeMoney({ amountMinor: after, currency }) : null
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

/** The currency that an amount is in once the change is written. */
function currencyOf(action: Planned): string | null {
  const wanted = opsOf(action).find(({ path }) => path === 'currency')?.after
  const currency = wanted ?? (action.before as { currency?: unknown } | null)?.currency
  return typeof currency === 'string' ? currency : null
}

function edited(action: Planned, op: FieldOp, text: string | undefined): FieldOp[] {
  if (text === undefined || text === shown(action, op)) return [op]
  // It came from the editor, and no longer from the words.
  const { path, before } = op
  if (isTexts(op.after)) return [{ path, before, after: textsIn(text) }]
  if (path !== 'amountMinor') return [{ path, before, after: text === '' ? null : text }]
  const money = parseMoney(text.toUpperCase())
  if (!money) throw new DeskError('BAD_EDIT', { problem: `"${text.slice(0, 40)}" is no amount such as 24000 EUR` })
  if (money.currency !== currencyOf(action))
    throw new DeskError('BAD_EDIT', { problem: `the amount is in ${currencyOf(action)}, not in ${money.currency}` })
  return [{ path, before, after: money.amountMinor }]
}

const textsIn = (text: string): string[] =>
  text
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter(Boolean)

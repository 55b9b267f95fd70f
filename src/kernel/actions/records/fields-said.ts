import { cleanLine } from '../../display.ts'
import { changing, valueAt } from '../../field-ops.ts'
import { sayMoney } from '../../money.ts'
import type { FieldOp, RecordKind } from '../../record.ts'
import { sayDate, sayMoment, toMs } from '../../time.ts'
import type { ActionContext } from '../definition.ts'

type Fields = Readonly<Record<string, unknown>>

/** Fields whose name is not how people call them. */
const LABELS: Readonly<Record<string, string>> = {
  closeDate: 'close date',
  nextStep: 'next step',
  lostReason: 'reason for the loss',
  emails: 'e-mail',
  phones: 'phone',
  needBy: 'date of need',
  nurtureAt: 'day to be taken up again',
  person: 'person',
  due: 'due date',
  done: 'being done',
}

/** What a lead's record keeps for the desk itself; who reads a sentence has no use for it. */
const UNSAID: ReadonlySet<string> = new Set([
  'conversations',
  'asked',
  'facts',
  'source',
  'consent',
  'firstTouchAt',
  'firstReplyAt',
])

const MONEY: ReadonlySet<string> = new Set(['amountMinor', 'currency', 'period'])

/** The changes that matter to a reader: `amount to 24,000 EUR (was 18,000 EUR)`, one part for each field. */
export function sayChanges(
  kind: RecordKind,
  record: Fields | null,
  ops: readonly FieldOp[],
  context: ActionContext,
): string[] {
  const real = record ? changing(kind, record, ops) : ops
  const shown = (real.length > 0 ? real : ops).filter(({ path }) => !UNSAID.has(path))
  const opOf = (path: string) => ops.find((op) => op.path === path)
  const was = (path: string): unknown => (record ? valueAt(kind, record, path) : (opOf(path)?.before ?? null))
  const now = (path: string): unknown => (opOf(path) ? opOf(path)?.after : was(path))
  const sumOf = (at: typeof was) => sayAmount(at('amountMinor'), at('currency'), at('period'))
  const sum = shown.some(({ path }) => MONEY.has(path)) ? [sayChange('amount', sumOf(now), sumOf(was))] : []
  const others = shown
    .filter(({ path }) => !MONEY.has(path))
    .map(({ path, after }) =>
      sayChange(labelOf(path), sayValue(path, after, context), sayValue(path, was(path), context)),
    )
  return [...sum, ...others]
}

/** Some fields of a record as they are: `amount 24,000 EUR, stage proposal`. */
export function sayFields(kind: RecordKind, record: Fields, paths: readonly string[], context: ActionContext): string {
  const at = (path: string): unknown => valueAt(kind, record, path)
  const sum = paths.some((path) => MONEY.has(path))
    ? [`amount ${sayAmount(at('amountMinor'), at('currency'), at('period')) ?? 'none'}`]
    : []
  const others = [...new Set(paths)]
    .filter((path) => !MONEY.has(path))
    .map((path) => `${labelOf(path)} ${sayValue(path, at(path), context) ?? 'none'}`)
  return [...sum, ...others].join(', ')
}

const sayChange = (label: string, now: string | null, was: string | null): string =>
  `${label} to ${now ?? 'none'}${was === null || was === now ? '' : ` (was ${was})`}`

/** `close date`; a field of the team's own by its own name. */
export const labelOf = (path: string): string =>
  path.startsWith('custom.') ? cleanLine(path.slice('custom.'.length), 60) : (LABELS[path] ?? path)

/** `24,000 EUR a month`, or null where there is no amount. */
export const sayAmount = (amountMinor: unknown, currency: unknown, period: unknown = null): string | null =>
  typeof amountMinor === 'number' && typeof currency === 'string'
    ? sayMoney({ amountMinor, currency }, typeof period === 'string' ? period : null)
    : null

const REFERS: ReadonlySet<string> = new Set(['account', 'contact'])
const PLAIN: ReadonlySet<string> = new Set(['stage', 'status', 'class', 'country', 'pipeline'])

/** A value as a person reads it; null for nothing. */
export function sayValue(path: string, value: unknown, context: ActionContext): string | null {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) return value.length === 0 ? null : cleanLine(value.map(String).join(', '), 200)
  if (typeof value === 'object') return sayObject(path, value as Fields, context)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const text = String(value)
  if (path === 'owner') return cleanLine(context.nameOf(text), 120)
  if (REFERS.has(path)) return context.recordName?.(text) ?? text
  if (PLAIN.has(path)) return cleanLine(text, 80).replaceAll('_', ' ')
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return sayDate(text, context.nowMs)
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return sayMoment(toMs(text), context.zone, context.nowMs)
  return `"${cleanLine(text)}"`
}

function sayObject(path: string, value: Fields, context: ActionContext): string | null {
  if (path === 'score') return `${Math.round(Number(value.total))} (${String(value.band)})`
  if (path === 'override') return `${String(value.band)}, as ${context.nameOf(String(value.by))} says`
  const parts = Object.values(value).flatMap((part) =>
    typeof part === 'string' || typeof part === 'number' ? [cleanLine(String(part), 80)] : [],
  )
  return parts.length === 0 ? null : parts.join(', ')
}

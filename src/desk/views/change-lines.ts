import type { ActionContext } from '#kernel/actions/definition.ts'
import { labelOf, sayAmount, sayValue } from '#kernel/actions/records/fields-said.ts'
import { valueAt } from '#kernel/field-ops.ts'
import type { FieldOp, RecordKind } from '#kernel/record.ts'

type Fields = Readonly<Record<string, unknown>>

/** One field of a change as people read it; a sum, its currency and its period are one field. */
export interface ChangeLine {
  /** `stage`; `amount` of a sum. */
  field: string
  label: string
  before: string | null
  after: string | null
  /** The words it came from. */
  from: string | null
  /** The changes it is made of. */
  ops: readonly FieldOp[]
}

export const AMOUNT = 'amount'
const MONEY: ReadonlySet<string> = new Set(['amountMinor', 'currency', 'period'])

/** Name of the line that a field is shown in. */
export const lineOf = (path: string): string => (MONEY.has(path) ? AMOUNT : path)

/**
 * The lines of a change set, in its order.
 * @param was the record before it; null where nobody knows more than the changes say
 */
export function changeLines(
  kind: RecordKind,
  ops: readonly FieldOp[],
  was: Fields | null,
  context: ActionContext,
): ChangeLine[] {
  return [...Map.groupBy(ops, ({ path }) => lineOf(path))].map(([field, changes]) => {
    const opOf = (path: string) => changes.find((op) => op.path === path)
    const before = (path: string) => (was ? valueAt(kind, was, path) : (opOf(path)?.before ?? null))
    const after = (path: string) => opOf(path)?.after ?? (opOf(path) ? null : before(path))
    const say = (at: typeof before) =>
      field === AMOUNT
        ? sayAmount(at('amountMinor'), at('currency'), at('period'))
        : plain(sayValue(field, at(field), context))
    return {
      field,
      label: capital(labelOf(field)),
      before: say(before),
      after: say(after),
      from: changes.find((op) => op.from)?.from ?? null,
      ops: changes,
    }
  })
}

/** A text by itself needs no quotes round it. */
export const plain = (said: string | null): string | null => said?.replace(/^"(.*)"$/s, '$1') ?? null

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

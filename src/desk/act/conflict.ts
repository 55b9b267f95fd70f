import { conflicting, valueAt } from '#kernel/field-ops.ts'
import { type FieldOp, RECORD_KINDS, type RecordKind } from '#kernel/record.ts'
import type { ActionRow } from '#store/actions/action-rows.ts'

type Planned = Pick<ActionRow, 'kind' | 'args' | 'before'>
type Image = Readonly<Record<string, unknown>>

const RULE = 'fixed: somebody changed the same field while it waited'

/** What becomes of a decided change whose field is not as it was seen: it is not written, and a person chooses. */
export const IN_CONFLICT = { verdict: 'ask', status: 'proposed', rule: RULE, problem: null } as const

export const isInConflict = ({ rule, status }: Pick<ActionRow, 'rule' | 'status'>): boolean =>
  status === 'proposed' && rule === RULE

/** The record that a kind changes field by field; null for every other kind. */
export function changedKind(kind: string): RecordKind | null {
  const [of, verb] = kind.split('.')
  return verb === 'update' ? (RECORD_KINDS.find((one) => one === of) ?? null) : null
}

export const isFieldChange = (kind: string): boolean => changedKind(kind) !== null

const opsOf = ({ args }: Pick<Planned, 'args'>): FieldOp[] => args.ops as FieldOp[]

/** The changes whose field is neither as whoever decided saw it nor already as they want it. */
export function theirChanges(kind: RecordKind, action: Pick<Planned, 'args'>, seen: Image, now: Image): FieldOp[] {
  return conflicting(
    kind,
    now,
    opsOf(action).map((op) => ({ ...op, before: valueAt(kind, seen, op.path) as FieldOp['before'] })),
  )
}

/** Whether somebody changed a field that a decided change writes, since the decider saw it. */
export function isChangedField({ kind, args, before }: Planned, was: Pick<Planned, 'before'>): boolean {
  const of = changedKind(kind)
  if (of === null || !before || !was.before) return false
  return theirChanges(of, { args }, was.before as Image, before as Image).length > 0
}

/** The arguments of a change over the record as it is now: what was seen of each field is what stands there. */
export function overTheirs({ kind, args, before }: Planned, seen: unknown): ActionRow['args'] {
  const of = changedKind(kind)
  if (of === null || !before || !seen) return args
  const now = before as Image
  return { ...args, ops: opsOf({ args }).map((op) => ({ ...op, before: valueAt(of, now, op.path) })) }
}

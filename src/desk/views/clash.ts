import type { ActionContext } from '#kernel/actions/definition.ts'
import { conflicting } from '#kernel/field-ops.ts'
import type { FieldOp } from '#kernel/record.ts'
import type { ActionRow } from '#store/actions/action-rows.ts'
import { changedKind, isInConflict } from '../act/conflict.ts'
import { changeLines } from './change-lines.ts'

/** A field that two wanted differently. */
export interface ClashLine {
  label: string
  mine: string | null
  theirs: string | null
}

/** What a conflict is about, field by field: what was to be written, and what stood there when the card was drawn. */
export function clashLines(plan: readonly ActionRow[], context: ActionContext): ClashLine[] {
  return plan.filter(isInConflict).flatMap((action) => {
    const kind = changedKind(action.kind)
    const now = action.before as Readonly<Record<string, unknown>> | null
    if (kind === null || now === null) return []
    const lines = changeLines(kind, conflicting(kind, now, action.args.ops as FieldOp[]), now, context)
    return lines.map(({ label, before, after }) => ({ label, mine: after, theirs: before }))
  })
}

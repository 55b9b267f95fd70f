import { z } from 'zod'
import { conflicting, isPath, valueAt } from '../../field-ops.ts'
import { canonical } from '../../ids.ts'
import { FieldOp, type RecordKind, type Records } from '../../record.ts'
import { recordName } from '../../record-name.ts'
import type { ActionContext, ActionDefinition } from '../definition.ts'
import { ownRecord, updateFacts } from './facts.ts'
import { sayChanges, sayFields } from './fields-said.ts'
import { linesOf } from './lines.ts'
import { refuseUpdate } from './refuse.ts'

const argsOf = (kind: RecordKind) =>
  z.object({
    id: z.string(),
    /** Version the agent saw; what binds is what each change saw of its own field. */
    version: z.string(),
    ops: z
      .array(FieldOp.refine(({ path }) => isPath(kind, path), { error: `no field of a ${kind}` }))
      .min(1)
      .max(50),
  })
type UpdateArgs = z.infer<ReturnType<typeof argsOf>>
type Fields = Readonly<Record<string, unknown>>

/** Changes to fields of a record. */
export const updateOf = <K extends RecordKind>(kind: K): ActionDefinition<UpdateArgs, Records[K]> => ({
  kind: `${kind}.update`,
  args: argsOf(kind),
  store: 'crm',
  risk: 'medium',
  undo: 'clean',
  approveIf: null,
  ...(kind !== 'activity' && kind !== 'lead' && { askIf: 'crm.approve_if' }),
  teamOnly: true,
  ...(kind === 'lead' && { unvouched: true }),
  autonomy: (facts) => (kind === 'activity' ? 'crm.autonomy.note' : linesOf(kind, facts)),
  facts: ({ id, ops }, before, context) => updateFacts(kind, id, ops, fieldsOf(before), context),
  refuse: ({ id, ops }, _before, context) => refuseUpdate(kind, id, ops, context),
  ask: ({ id }, _before, context) =>
    kind === 'contact' && context.principal.kind === 'client' && ownRecord(kind, id, context)
      ? 'what a client asks to have changed of themselves is looked at first'
      : null,
  stale: ({ ops }, before) => before === null || conflicting(kind, { ...before }, ops).length > 0,
  standing: (args, after, now) => {
    const ops = args.ops.filter(({ path }) => canonical(at(kind, now, path)) === canonical(at(kind, after, path)))
    return ops.length === 0 ? null : { ...args, ops }
  },
  sayImage: ({ ops }, image, context) =>
    sayFields(
      kind,
      { ...image },
      ops.map(({ path }) => path),
      context,
    ),
  inverse: ({ ops }, before, after) =>
    before && { kind: `${kind}.update`, args: backOf(kind, ops, { ...before }, after) },
  say: ({ ops }, before, _tense, context) => sayUpdate(kind, ops, fieldsOf(before), context),
})

const at = (kind: RecordKind, image: object, path: string): unknown => valueAt(kind, { ...image }, path)

const fieldsOf = (image: object | null): Fields | null => image && { ...image }

/** Each field that was changed as it was before. */
function backOf(
  kind: RecordKind,
  ops: readonly FieldOp[],
  before: Fields,
  after: { id: string; version: string },
): UpdateArgs {
  const back = ops
    .map(({ path }) => ({
      path,
      before: at(kind, after, path) as FieldOp['before'],
      after: at(kind, before, path) as FieldOp['after'],
    }))
    .filter((op, at, all) => all.findIndex(({ path }) => path === op.path) === at)
  return { id: after.id, version: after.version, ops: back }
}

/** `Set Acme's amount to 24,000 EUR (was 18,000 EUR) and stage to proposal (was lead)`. */
function sayUpdate(kind: RecordKind, ops: readonly FieldOp[], before: Fields | null, context: ActionContext): string {
  const name = before ? recordName(kind, before) : null
  const whose = name === null ? `a ${kind}'s` : `${name}'s`
  const parts = sayChanges(kind, before, ops, context)
  if (parts.length === 0) return `Wrote down what ${name ?? `a ${kind}`} said`
  return `Set ${whose} ${parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`}`
}

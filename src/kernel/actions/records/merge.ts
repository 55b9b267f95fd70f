import { z } from 'zod'
import { isPath } from '../../field-ops.ts'
import { FieldOp, type Records } from '../../record.ts'
import { recordName } from '../../record-name.ts'
import type { ActionDefinition } from '../definition.ts'
import { sayChanges } from './fields-said.ts'
import { refuseOutside } from './refuse.ts'

export type MergedKind = 'account' | 'contact'

const One = z.object({ id: z.string(), version: z.string() })
const argsOf = (kind: MergedKind) =>
  z
    .object({
      winner: One,
      loser: One,
      /** What the winner takes over, field by field. */
      ops: z
        .array(FieldOp.refine(({ path }) => isPath(kind, path), { error: `no field of a ${kind}` }))
        .max(50)
        .default([]),
    })
    .refine(({ winner, loser }) => winner.id !== loser.id, { error: 'a record does not become one with itself' })
type MergeArgs = z.infer<ReturnType<typeof argsOf>>

/** Both records as they were. */
export interface MergeImage<K extends MergedKind> {
  winner: Records[K]
  loser: Records[K]
}

/** Makes one record of two: the winner keeps its id, and what hung on the loser hangs on it. It cannot be taken back. */
export const mergeOf = <K extends MergedKind>(kind: K): ActionDefinition<MergeArgs, MergeImage<K>> => ({
  kind: `${kind}.merge`,
  args: argsOf(kind),
  store: 'crm',
  risk: 'high',
  undo: 'impossible',
  approveIf: null,
  askIf: 'crm.approve_if',
  teamOnly: true,
  autonomy: () => 'crm.autonomy.merge',
  facts: (_args, _before, { principal }) => ({
    by: principal.kind,
    verified: principal.assurance === 'verified',
    own: false,
  }),
  refuse: (_args, _before, context) => refuseOutside(context),
  ask: () => 'two records become one for good',
  stale: ({ winner, loser }, before) =>
    before?.winner.version !== winner.version || before.loser.version !== loser.version,
  undoneNever: 'two records that became one cannot be told apart again',
  inverse: () => null,
  say: ({ ops }, before, tense, context) => {
    const [winner, loser] = [before?.winner, before?.loser].map(
      (one) => (one && recordName(kind, { ...one })) ?? `a ${kind}`,
    )
    const taken = before ? sayChanges(kind, { ...before.winner }, ops, context) : []
    const what = `${tense === 'will' ? 'Merge' : 'Merged'} ${loser} into ${winner}`
    return `${what}${taken.length === 0 ? '' : `, with its ${taken.join(', ')}`}; this cannot be undone`
  },
})

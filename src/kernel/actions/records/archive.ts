import { z } from 'zod'
import type { RecordKind, Records } from '../../record.ts'
import { recordName } from '../../record-name.ts'
import type { ActionDefinition } from '../definition.ts'
import { refuseOutside } from './refuse.ts'

const Args = z.object({ id: z.string(), version: z.string() })
type ArchiveAction<K extends RecordKind> = ActionDefinition<z.infer<typeof Args>, Records[K]>

/** Puts a record away: nothing is deleted, and nothing finds it until it is taken out again. */
export const archiveOf = <K extends RecordKind>(kind: K): ArchiveAction<K> => ({
  kind: `${kind}.archive`,
  args: Args,
  store: 'crm',
  risk: 'high',
  undo: 'clean',
  ...(kind === 'activity' && { inverseOnly: true }),
  approveIf: null,
  ...(kind !== 'activity' && { askIf: 'crm.approve_if' }),
  teamOnly: true,
  autonomy: () => (kind === 'activity' ? 'crm.autonomy.note' : 'crm.autonomy.delete'),
  facts: (_args, _before, { principal }) => ({
    by: principal.kind,
    verified: principal.assurance === 'verified',
    own: false,
  }),
  refuse: (_args, _before, context) => refuseOutside(context),
  inverse: (_args, _before, after) => ({ kind: `${kind}.restore`, args: { id: after.id, version: after.version } }),
  say: (_args, before) => `Put away ${nameIn(kind, before)}`,
})

/** Takes a record that was put away out again, as it was. */
export const restoreOf = <K extends RecordKind>(kind: K): ArchiveAction<K> => ({
  ...archiveOf(kind),
  kind: `${kind}.restore`,
  risk: 'medium',
  inverseOnly: true,
  inverse: (_args, _before, after) => ({ kind: `${kind}.archive`, args: { id: after.id, version: after.version } }),
  say: (_args, before, tense) => `${tense === 'will' ? 'Take' : 'Took'} out again ${nameIn(kind, before)}`,
})

const nameIn = (kind: RecordKind, before: object | null): string => {
  const name = before ? recordName(kind, { ...before }) : null
  return name === null ? `a ${kind}` : `the ${kind} ${name}`
}

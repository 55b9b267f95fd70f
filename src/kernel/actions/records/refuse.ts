import type { FieldOp, RecordKind } from '../../record.ts'
import type { ActionContext } from '../definition.ts'
import { ownRecord } from './facts.ts'

const THE_TEAMS = 'only the team changes its records'

/** Of a lead, a member's word against its score: nobody outside has that. */
const A_MEMBERS_WORD = 'override'

/** Members write any record; somebody outside writes down what they themselves said. */
export const refuseCreate = (kind: RecordKind, draft: object, { principal }: ActionContext): string | null => {
  const { [A_MEMBERS_WORD]: override = null } = draft as { override?: unknown }
  return principal.kind === 'member' || (kind === 'lead' && override === null) ? null : THE_TEAMS
}

/** What a client may ask to have changed of themselves. */
const OWN_FIELDS: ReadonlySet<string> = new Set(['name', 'emails', 'phones', 'company'])

export function refuseUpdate(
  kind: RecordKind,
  id: string,
  ops: readonly FieldOp[],
  context: ActionContext,
): string | null {
  const { principal } = context
  if (principal.kind === 'member') return null
  if (kind === 'lead' && ownRecord(kind, id, context))
    return ops.some(({ path }) => path === A_MEMBERS_WORD) ? THE_TEAMS : null
  const vouched = principal.assurance === 'verified' && ownRecord(kind, id, context)
  return vouched && ops.every(({ path }) => OWN_FIELDS.has(path)) ? null : THE_TEAMS
}

/** Everything else is the team's. */
export const refuseOutside = ({ principal }: ActionContext): string | null =>
  principal.kind === 'member' ? null : THE_TEAMS

import type { FieldOp, RecordKind } from '../../record.ts'
import type { ActionContext } from '../definition.ts'
import { ownRecord } from './facts.ts'

const THE_TEAMS = 'only the team changes its records'

/** Members write any record; somebody outside writes down what they themselves said. */
export const refuseCreate = (kind: RecordKind, { principal }: ActionContext): string | null =>
  principal.kind === 'member' || kind === 'lead' ? null : THE_TEAMS

/** What a client may ask to have changed of themselves. */
const OWN_FIELDS: ReadonlySet<string> = new Set(['name', 'emails', 'phones', 'company'])

export function refuseUpdate(
  kind: RecordKind,
  id: string,
  ops: readonly FieldOp[],
  context: ActionContext,
): string | null {
  const { principal } = context
  if (principal.kind === 'member' || (kind === 'lead' && ownRecord(kind, id, context))) return null
  const vouched = principal.assurance === 'verified' && ownRecord(kind, id, context)
  return vouched && ops.every(({ path }) => OWN_FIELDS.has(path)) ? null : THE_TEAMS
}

/** Everything else is the team's. */
export const refuseOutside = ({ principal }: ActionContext): string | null =>
  principal.kind === 'member' ? null : THE_TEAMS

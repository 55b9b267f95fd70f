import { sayFields } from '#kernel/actions/records/fields-said.ts'
import type { FieldOp } from '#kernel/record.ts'
import { recordName } from '#kernel/record-name.ts'
import type { Evidence, Ruling } from '#kernel/ruling.ts'
import { sayMoment } from '#kernel/time.ts'
import { addressOf, memberByAddress, memberById, ownerOf } from '#policy/people.ts'
import { type ActionRow, actionsOn } from '#store/actions/action-rows.ts'
import type { DeskContext } from '../context.ts'
import { actionContext } from './action-context.ts'
import { changedKind, isInConflict, theirChanges } from './conflict.ts'
import { memberPrincipal } from './member-principal.ts'

type Image = Readonly<Record<string, unknown>> & { id: string }
type Card = Pick<Extract<Ruling, { type: 'flag' }>, 'reason' | 'headline' | 'rule' | 'evidence' | 'owner'>

const RULE = 'fixed: somebody changed the same field while it waited. Approve writes yours, decline keeps theirs'

/** Two lines a field: a card holds five. */
const MOST_FIELDS = 2

/**
 * Where decided changes met somebody else's: those actions with the records as they stand now, and what the card says of them. Else
 * the actions as they are, and nothing.
 */
export async function inConflict(
  desk: DeskContext,
  proposed: readonly ActionRow[],
): Promise<[readonly ActionRow[], Card | null]> {
  const clashing = proposed.filter(isInConflict)
  const [first] = clashing
  if (!first) return [proposed, null]
  const rows = await Promise.all(
    clashing.map(async (action) => {
      const now = (await desk.crm.get(changedKind(action.kind) ?? 'deal', String(action.args.id))) as Image | null
      return { action, now: now ?? (action.before as Image) }
    }),
  )
  const evidence: Evidence[] = []
  for (const { action, now } of rows) evidence.push(...(await yoursAndTheirs(desk, action, now)))
  const kind = changedKind(first.kind) ?? 'deal'
  const name = recordName(kind, rows[0]?.now ?? {}) ?? `that ${kind}`
  return [
    rows.map(({ action, now }) => ({ ...action, before: now })),
    {
      reason: 'CONFLICT',
      headline: `${name} was changed while this waited: keep yours or theirs?`,
      rule: RULE,
      evidence: evidence.slice(0, 2 * MOST_FIELDS),
      owner: ownerAddress(desk, rows[0]?.now),
    },
  ]
}

/** For each field: what was to be written for whom, and what stands there now, with who put it there where that is known. */
async function yoursAndTheirs(desk: DeskContext, action: ActionRow, now: Image): Promise<Evidence[]> {
  const kind = changedKind(action.kind)
  if (kind === null) return []
  const reader = ownerOf(desk.policy(), 'CONFLICT')
  const context = await actionContext(desk, memberPrincipal(reader), [action, now])
  const ours = opsOf(action).reduce(written, now)
  const wanted = memberById(desk.policy(), action.principal)?.name ?? action.principal
  const lines: Evidence[] = []
  for (const { path } of theirChanges(kind, action, (action.before ?? now) as Image, now)) {
    const say = (image: Image) => sayFields(kind, image, [path], context)
    lines.push({ text: `Yours: ${say(ours)}`, source: `asked for ${wanted}` })
    lines.push({ text: `Theirs: ${say(now)}`, source: await whoWrote(desk, now, path) })
  }
  return lines
}

/** A record with one change in it, whatever stands there. */
const written = (record: Image, { path, after }: FieldOp): Image =>
  path.startsWith('custom.')
    ? { ...record, custom: { ...(record.custom as object), [path.slice('custom.'.length)]: after } }
    : { ...record, [path]: after }

async function whoWrote(desk: DeskContext, { id }: Image, path: string): Promise<string> {
  const done = await desk.sql.read(() => actionsOn(id))
  const last = done.findLast((one) => one.status === 'done' && opsOf(one).some((op) => op.path === path))
  if (!last || last.performedMs === null) return 'changed outside the desk'
  const who = memberById(desk.policy(), last.principal)?.name ?? last.principal
  return `${who}, ${sayMoment(last.performedMs, desk.policy().company.timezone, desk.clock.nowMs())}`
}

const opsOf = ({ args }: Pick<ActionRow, 'args'>): readonly FieldOp[] => (args.ops as FieldOp[] | undefined) ?? []

/** The member who is responsible for the record; null leaves it to the policy. */
function ownerAddress(desk: DeskContext, record: Image | undefined): string | null {
  const owner = record?.owner
  if (typeof owner !== 'string') return null
  const member = memberByAddress(desk.policy(), owner) ?? memberById(desk.policy(), owner)
  return member ? addressOf(member) : null
}

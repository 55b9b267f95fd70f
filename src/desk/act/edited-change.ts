import { quoted } from '#kernel/display.ts'
import { DeskError } from '#kernel/errors.ts'
import { applyFieldOps, valueAt } from '#kernel/field-ops.ts'
import { canonical } from '#kernel/ids.ts'
import type { FieldOp, RecordKind } from '#kernel/record.ts'
import { nearest } from '#policy/nearest.ts'
import { addressOf } from '#policy/people.ts'
import type { Policy } from '#policy/policy.ts'
import type { ActionRow } from '#store/actions/action-rows.ts'
import { changedKind } from './conflict.ts'

type Args = ActionRow['args']
type Fields = Readonly<Record<string, unknown>>

/**
 * What an editor wants of a record, as it may be written: stages that there are, members as owners, values that the field can hold.
 * What they left as it was proposed is not looked at again.
 * @throws DeskError BAD_EDIT with the nearest that there is
 */
export function checkedChange(policy: Policy, action: Pick<ActionRow, 'kind' | 'args' | 'before'>, args: Args): Args {
  const kind = changedKind(action.kind)
  if (kind === null) return args
  const proposed = action.args.ops as FieldOp[]
  const ops = (args.ops as FieldOp[]).map((op) => {
    const was = proposed.find(({ path }) => path === op.path)
    return was && canonical(was.after) === canonical(op.after) ? op : { ...op, after: meant(policy, kind, op) }
  })
  if (action.before) checkFits(kind, action.before as Fields, ops)
  return { ...args, ops }
}

function meant(policy: Policy, kind: RecordKind, { path, after }: FieldOp): FieldOp['after'] {
  if (typeof after !== 'string') return after
  if (kind === 'deal' && path === 'stage') return stageCalled(policy, after)
  return path === 'owner' ? ownerCalled(policy, kind, after) : after
}

const fold = (word: string): string =>
  word
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')

function stageCalled({ crm: { stages } }: Policy, words: string): string {
  const stage = stages.find((one) => fold(one) === fold(words))
  if (stage) return stage
  const near = nearest(words, stages)
  const there = near ? `the nearest is ${near}` : `there are: ${stages.join(', ')}`
  throw new DeskError('BAD_EDIT', { problem: `there is no stage ${quoted(words)}; ${there}` })
}

/** A member by id, address or name; how the record names them: leads by id, the others by address. */
function ownerCalled({ people }: Policy, kind: RecordKind, words: string): string {
  const names = (one: Policy['people'][number]) => [one.id, one.name, addressOf(one)].map(fold)
  const member = people.find((one) => names(one).includes(fold(words)))
  if (member) return kind === 'lead' ? member.id : (member.email ?? member.id)
  const near = nearest(
    words,
    people.map((one) => one.name),
  )
  const there = near ? `the nearest is ${near}` : `there are: ${people.map((one) => one.name).join(', ')}`
  throw new DeskError('BAD_EDIT', { problem: `nobody of the team is called ${quoted(words)}; ${there}` })
}

/** Whether the record could hold it all, whatever stands there by now. @throws DeskError BAD_EDIT */
function checkFits(kind: RecordKind, { id: _id, version: _version, ...fields }: Fields, ops: readonly FieldOp[]): void {
  try {
    const now = ops.map((op) => ({ ...op, before: valueAt(kind, fields, op.path) as FieldOp['before'] }))
    applyFieldOps(kind, fields, now, `the ${kind}`)
  } catch (error) {
    if (!(error instanceof DeskError)) throw error
    throw new DeskError('BAD_EDIT', { problem: String(error.details.why ?? error.message) })
  }
}

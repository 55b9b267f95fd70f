import { DeskError } from '#kernel/errors.ts'
import type { Principal } from '#kernel/principal.ts'
import { type ActionRow, actionsOf } from '#store/actions/action-rows.ts'
import type { FlagRow } from '#store/flags/flag-rows.ts'
import type { DeskContext } from '../context.ts'
import { actionContext } from './action-context.ts'
import { isFieldChange } from './conflict.ts'
import { checkedChange } from './edited-change.ts'
import { definitionOf } from './judge.ts'
import { noteInstead, wantsNote } from './note-instead.ts'

type Args = ActionRow['args']

/** What an editor made of a proposal. */
export interface Edits {
  changed: Pick<ActionRow, 'id' | 'kind' | 'args'>[]
  /** Actions of which they left every field out. */
  leftOut: string[]
  /** They left out all that was proposed, which is a no. */
  leavesNothing: boolean
}

export const NO_EDITS: Edits = { changed: [], leftOut: [], leavesNothing: false }

/**
 * Edited arguments, each checked by the schema of its kind. `edit` lists them by position; absent ones stay as they are.
 * @throws DeskError BAD_EDIT
 */
export async function checkedEdits(desk: DeskContext, flag: FlagRow, edit: unknown, by: Principal): Promise<Edits> {
  const actions = (await desk.sql.read(() => actionsOf(flag.task))).filter((action) => action.status === 'proposed')
  const given = Array.isArray(edit) ? edit : [edit]
  const context = await actionContext(desk, by, [actions])
  const edits: Edits = { changed: [], leftOut: [], leavesNothing: false }
  for (const [at, action] of actions.entries()) {
    const change: unknown = given[at]
    if (change === undefined || change === null) continue
    const note = flag.reason === 'CONFLICT' && wantsNote(change) ? noteInstead(action, context) : null
    if (note) edits.changed.push(note)
    else if (isFieldChange(action.kind) && isEmpty(change)) edits.leftOut.push(action.id)
    else edits.changed.push({ id: action.id, kind: action.kind, args: checked(desk, action, change) })
  }
  return { ...edits, leavesNothing: actions.length > 0 && edits.leftOut.length === actions.length }
}

/** A change without a field is left out. */
const isEmpty = (change: unknown): boolean =>
  typeof change === 'object' &&
  change !== null &&
  'ops' in change &&
  Array.isArray(change.ops) &&
  change.ops.length === 0

function checked(desk: DeskContext, action: ActionRow, change: unknown): Args {
  if (typeof change !== 'object' || change === null)
    throw new DeskError('BAD_EDIT', { problem: 'it is not a set of fields' })
  const parsed = definitionOf(action.kind).args.safeParse(merge(action.args, change as Args))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new DeskError('BAD_EDIT', { problem: `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim() })
  }
  const args = parsed.data as Args
  return isFieldChange(action.kind) ? checkedChange(desk.policy(), action, args) : args
}

/** The proposal with the person's fields in place of its own; objects are merged, everything else is replaced. */
function merge(proposal: Args, change: Args): Args {
  const isObject = (value: unknown): value is Args =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
  return Object.fromEntries(
    [...new Set([...Object.keys(proposal), ...Object.keys(change)])].map((field) => {
      const [was, is] = [proposal[field], change[field]]
      if (!(field in change)) return [field, was]
      return [field, isObject(was) && isObject(is) ? merge(was, is) : is]
    }),
  )
}

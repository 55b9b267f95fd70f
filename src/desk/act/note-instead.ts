import type { ActionContext } from '#kernel/actions/definition.ts'
import { ActivityDraft } from '#kernel/activity.ts'
import { toIso } from '#kernel/time.ts'
import type { ActionRow } from '#store/actions/action-rows.ts'
import { changedKind } from './conflict.ts'
import { definitionOf } from './judge.ts'

type Planned = Pick<ActionRow, 'id' | 'kind' | 'args'>

/** Whether somebody who decides a conflict keeps both: theirs in the record, yours as a note. */
export const wantsNote = (edit: unknown): boolean =>
  typeof edit === 'object' && edit !== null && 'keep' in edit && edit.keep === 'note'

/** A change of a record as a note about that record; null where there can be none. */
export function noteInstead(
  { id, kind, args, before }: Planned & Pick<ActionRow, 'before'>,
  context: ActionContext,
): Planned | null {
  const draft = ActivityDraft.safeParse({
    kind: 'note',
    about: { kind: changedKind(kind), id: args.id },
    at: toIso(context.nowMs),
    text: `Not written, because it was changed meanwhile: ${definitionOf(kind).say(args, before, 'will', context)}`,
    by: context.principal.id,
  })
  return draft.success ? { id, kind: 'activity.create', args: { draft: draft.data } } : null
}

import { DeskError } from '#kernel/errors.ts'
import { actionsOf } from '#store/actions/action-rows.ts'
import { flagById } from '#store/flags/flag-rows.ts'
import { checkedEdits } from '../act/edits.ts'
import type { DeskContext } from '../context.ts'
import { editFrom } from './edit-fields.ts'
import { principalOf, type Viewer } from './viewer.ts'

/**
 * Reads an edit form against the flag's proposal as it stands, and checks it as the decision will.
 * @throws DeskError FLAG_NOT_FOUND, BAD_EDIT
 */
export async function editFor(
  desk: DeskContext,
  flagId: string,
  form: Readonly<Record<string, string>>,
  viewer: Viewer,
): Promise<unknown[]> {
  const found = await desk.sql.read(function* () {
    const flag = yield* flagById(flagId)
    return flag && { flag, plan: yield* actionsOf(flag.task) }
  })
  if (!found) throw new DeskError('FLAG_NOT_FOUND', { flag: flagId.slice(0, 40) })
  const edit = editFrom(found.plan, form, viewer.zone)
  await checkedEdits(desk, found.flag, edit, principalOf(viewer))
  return edit
}

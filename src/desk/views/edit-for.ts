import { DeskError } from '#kernel/errors.ts'
import { actionsOf } from '#store/actions/action-rows.ts'
import { flagById } from '#store/flags/flag-rows.ts'
import type { DeskContext } from '../context.ts'
import { editFrom } from './edit-fields.ts'

/**
 * Reads an edit form against the flag's proposal as it stands.
 * @throws DeskError FLAG_NOT_FOUND, BAD_EDIT
 */
export async function editFor(
  desk: DeskContext,
  flagId: string,
  form: Readonly<Record<string, string>>,
  zone: string,
): Promise<unknown[]> {
  const plan = await desk.sql.read(function* () {
    const flag = yield* flagById(flagId)
    return flag && (yield* actionsOf(flag.task))
  })
  if (!plan) throw new DeskError('FLAG_NOT_FOUND', { flag: flagId.slice(0, 40) })
  return editFrom(plan, form, zone)
}

import type { Composition } from '#app/compose.ts'
import { actionsOf } from '#store/actions/action-rows.ts'
import { openFlags } from '#store/flags/flag-rows.ts'

/** Ids of the open flags, oldest first. */
export async function openFlagIds({ sql }: Composition): Promise<string[]> {
  return (await sql.read(openFlags)).map((flag) => flag.id)
}

/** Ids of the events a task made. */
export async function createdBy({ sql }: Composition, task: string): Promise<string[]> {
  const actions = await sql.read(() => actionsOf(task))
  return actions.flatMap(({ kind, status, record }) =>
    kind === 'calendar.create' && status === 'done' && record ? [record] : [],
  )
}

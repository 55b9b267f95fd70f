import type { Composition } from '#app/compose.ts'
import { actionsOf } from '#store/actions/action-rows.ts'
import { openFlags } from '#store/flags/flag-rows.ts'

/** Ids of the open flags, oldest first. */
export async function openFlagIds({ sql }: Composition): Promise<string[]> {
  return (await sql.read(openFlags)).map((flag) => flag.id)
}

const MAKING = /^calendar\.split$|^(?!reminder)\w+\.create$/

/** Ids of the events and records a task made: what goes on from a split is one. */
export async function createdBy({ sql }: Composition, task: string): Promise<string[]> {
  const actions = await sql.read(() => actionsOf(task))
  return actions.flatMap(({ kind, status, record, args }) =>
    MAKING.test(kind) && status === 'done' && record && record !== args.id ? [record] : [],
  )
}

/** What a task has done, with the records it wrote. */
export async function doneIn({ sql }: Composition, task: string): Promise<{ id: string; record: string }[]> {
  const actions = await sql.read(() => actionsOf(task))
  return actions.flatMap(({ id, status, record }) => (status === 'done' && record ? [{ id, record }] : []))
}

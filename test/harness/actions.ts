import type { Composition } from '#app/compose.ts'
import { statement } from '#store/over.ts'

const ofKind = statement(($: { kind: string }, db) =>
  db
    .selectFrom('actions')
    .innerJoin('tasks', 'tasks.id', 'actions.task')
    .select(['actions.key', 'actions.status'])
    .where('actions.kind', '=', $.kind)
    .orderBy('tasks.inbound'),
)
/** What became of the actions of a kind, oldest first. */
export const actionsIn = (made: Pick<Composition, 'sql'>, kind: string) => made.sql.read(() => ofKind({ kind }))

import { sql } from 'kysely'
import type { Operation } from '#ports/sql.ts'
import { statement } from '../over.ts'
import type { OutboxRow } from './outbox.ts'

/**
 * Key of a message that a member sends to somebody outside.
 * @param isOver said where a colleague has taken over, who was asked: it does not wait until they give it back
 */
export const updateKey = (action: string, isOver: boolean): string => `${isOver ? 'update-over' : 'update'}:${action}`

/** Whether a message waits for nobody who has taken its conversation over. */
export const isOver = ({ key }: Pick<OutboxRow, 'key'>): boolean => key.startsWith('update-over:')

/** The key of the action that a message was sent by; null: it is none that a member sent. */
export const actionKeyOf = ({ key }: Pick<OutboxRow, 'key'>): string | null =>
  /^update(?:-over)?:(.+)$/.exec(key)?.[1] ?? null

const untried = statement(($: { key: string }, db) =>
  db
    .selectFrom('outbox')
    .select('id')
    .where('key', '=', $.key)
    .where('state', '=', sql.lit('queued'))
    .where('attempts', '=', 0),
)
/** Whether nobody has tried to send a message yet. */
export function* mayBeTakenOut(key: string): Operation<boolean> {
  return (yield* untried({ key })).length > 0
}

const withdrawn = statement(($: { key: string }, db) =>
  db
    .deleteFrom('outbox')
    .where('key', '=', $.key)
    .where('state', '=', sql.lit('queued'))
    .where('attempts', '=', 0)
    .returning('id'),
)
/** Takes a message out that nobody has tried to send; false where it has left. */
export function* takeOut(key: string): Operation<boolean> {
  return (yield* withdrawn({ key })).length > 0
}

const tried = statement(($: { id: number }, db) =>
  db
    .updateTable('outbox')
    .set((row) => ({ attempts: row('attempts', '+', 1) }))
    .where('id', '=', $.id)
    .where('state', '=', sql.lit('queued'))
    .returning('id'),
)
/** A message is tried now: from here on it cannot be taken out. False where it was. */
export function* beginTrying(id: number): Operation<boolean> {
  return (yield* tried({ id })).length > 0
}

import { sql } from 'kysely'
import type { Operation } from '#ports/sql.ts'
import { statement } from '../over.ts'
import type { OutboxRow } from './outbox.ts'

const behind = statement(($: { channel: string; conversation: string; nowMs: number; untilMs: number }, db) =>
  db
    .updateTable('outbox')
    .set({ next_ms: $.untilMs })
    .where('state', '=', sql.lit('queued'))
    .where('next_ms', '<=', $.nowMs)
    .where('channel', '=', $.channel)
    .where('conversation', '=', $.conversation),
)
/** All that is due in a conversation of a channel waits until a moment. */
export function* waitIn(
  { channel, conversation: place }: Pick<OutboxRow, 'channel' | 'conversation'>,
  nowMs: number,
  untilMs: number,
): Operation<void> {
  yield* behind({ channel, conversation: place, nowMs, untilMs })
}

const retry = statement(($: { nowMs: number }, db) =>
  db
    .updateTable('outbox')
    .set({ next_ms: $.nowMs })
    .where('state', '=', sql.lit('queued'))
    .where('created_ms', '<=', $.nowMs)
    .where('next_ms', '>', $.nowMs),
)
const queued = statement((_$: Record<never, never>, db) =>
  db.selectFrom('outbox').select('id').where('state', '=', sql.lit('queued')).orderBy('next_ms'),
)
/**
 * What failed before, and what waited behind it, is due now, in its order; what was to be said later stays so. Returns the newest
 * message that waits, 0 where none does.
 */
export function* retryUnsent(nowMs: number): Operation<number> {
  yield* retry({ nowMs })
  return (yield* queued({})).reduce((newest, { id }) => Math.max(newest, id), 0)
}

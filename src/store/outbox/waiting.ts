import { sql } from 'kysely'
import type { Operation } from '#ports/sql.ts'
import { statement } from '../over.ts'

/** Why a queued message waits for somebody to write. */
const FOR_THEM = 'window_closed'

const wait = statement(($: { id: number; untilMs: number; why: string }, db) =>
  db.updateTable('outbox').set({ next_ms: $.untilMs, why: $.why }).where('id', '=', $.id),
)
/** Keeps a message until they write, or until a moment. */
export function* waitForThem(id: number, untilMs: number): Operation<void> {
  yield* wait({ id, untilMs, why: FOR_THEM })
}

const release = statement(($: { channel: string; conversation: string; nowMs: number; why: string }, db) =>
  db
    .updateTable('outbox')
    .set({ next_ms: $.nowMs, why: null })
    .where('state', '=', sql.lit('queued'))
    .where('conversation', '=', $.conversation)
    .where('channel', '=', $.channel)
    .where('why', '=', $.why),
)
/** They wrote: what waited for that is due, in its order. */
export function* releaseWaiting(channel: string, conversation: string, nowMs: number): Operation<void> {
  yield* release({ channel, conversation, nowMs, why: FOR_THEM })
}

const anew = statement(($: { id: number; attempts: number; nextMs: number }, db) =>
  db
    .updateTable('outbox')
    .set({ state: 'queued', next_ms: $.nextMs, attempts: $.attempts, provider: null, carried: null, why: null })
    .where('id', '=', $.id),
)
/** The provider took it and did not deliver it: it is to be sent again. */
export function* sendAnew(id: number, attempts: number, nextMs: number): Operation<void> {
  yield* anew({ id, attempts, nextMs })
}

const providers = statement(($: { channel: string; before: number; limit: number }, db) =>
  db
    .selectFrom('outbox')
    .select('provider')
    .where('channel', '=', $.channel)
    .where('state', '=', sql.lit('sent'))
    .where('id', '!=', $.before)
    .where('provider', 'is not', null)
    .orderBy('id', 'desc')
    .limit($.limit),
)
/** Provider ids of what a channel sent lately, other than one message. */
export function* sentLately(channel: string, but: number, limit: number): Operation<string[]> {
  const rows = yield* providers({ channel, before: but, limit })
  return rows.flatMap(({ provider }) => provider?.split(' ') ?? [])
}

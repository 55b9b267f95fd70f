import { sql } from 'kysely'
import type { Outbound } from '#kernel/outbound.ts'
import type { Unsent } from '#ports/channel.ts'
import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../over.ts'

/** Key of the reply to a journal row. */
export const replyKey = (seq: number): string => `reply:${seq}`

/** The journal row that a reply answers. */
export const seqOfReply = ({ key }: Pick<OutboxRow, 'key'>): number => Number(key.slice('reply:'.length))

/** Whether a message answers what somebody wrote, rather than coming of the desk's own accord. */
export const isReply = ({ key }: Pick<OutboxRow, 'key'>): boolean => key.startsWith('reply:')

/** Key of the news of how a flag was decided, to whoever asked. */
export const outcomeKey = (flag: string): string => `outcome:${flag}`

/** The flag whose decision a message tells of. */
export const flagOfOutcome = ({ key }: Pick<OutboxRow, 'key'>): string => key.slice('outcome:'.length)

/** Whether a message tells somebody how what they asked for was decided. */
export const isOutcome = ({ key }: Pick<OutboxRow, 'key'>): boolean => key.startsWith('outcome:')

export interface OutboxDraft {
  /** The same key is the same message; it is handed to the provider too. */
  key: string
  channel: string
  conversation: string
  /** Policy ids of the members it is for; empty: whoever is in the conversation. */
  to: readonly string[]
  message: Outbound
  task: string | null
  /** When it is said: it is sent then, and counts as said from then on. */
  nowMs: number
}

export interface OutboxRow {
  id: number
  key: string
  channel: string
  conversation: string
  to: string[]
  message: Outbound
  attempts: number
  task: string | null
  createdMs: number
}

const insert = statement(
  (
    $: {
      key: string
      channel: string
      conversation: string
      recipients: string
      message: string
      task: string | null
      nowMs: number
    },
    db,
  ) =>
    db
      .insertInto('outbox')
      .values({
        key: $.key,
        channel: $.channel,
        conversation: $.conversation,
        recipients: $.recipients,
        message: $.message,
        state: 'queued',
        attempts: 0,
        next_ms: $.nowMs,
        task: $.task,
        provider: null,
        created_ms: $.nowMs,
      })
      .onConflict((on) => on.column('key').doNothing())
      .returning('id'),
)
/** Queues a message once. */
export function* enqueue(draft: OutboxDraft): Operation<void> {
  yield* insert({ ...draft, recipients: JSON.stringify(draft.to), message: JSON.stringify(draft.message) })
}

const columns = [
  'id',
  'key',
  'channel',
  'conversation',
  'recipients',
  'message',
  'attempts',
  'task',
  'created_ms',
] as const
type Row = { [K in (typeof columns)[number]]: string | number | null }
const parse = (row: Row): OutboxRow => ({
  id: Number(row.id),
  key: String(row.key),
  channel: String(row.channel),
  conversation: String(row.conversation),
  to: JSON.parse(String(row.recipients)) as string[],
  message: JSON.parse(String(row.message)) as Outbound,
  attempts: Number(row.attempts),
  task: row.task === null ? null : String(row.task),
  createdMs: Number(row.created_ms),
})

const due = statement(($: { nowMs: number; after: number; limit: number }, db) =>
  db
    .selectFrom('outbox')
    .select(columns)
    // Asked for by themselves they are found in the index of what waits; asked for in order, among all there ever was.
    .where('id', 'in', (from) =>
      from
        .selectFrom('outbox')
        .select('id')
        .where('state', '=', sql.lit('queued'))
        .where('next_ms', '<=', $.nowMs)
        .where('id', '>', $.after),
    )
    .orderBy('id')
    .limit($.limit),
)
/** Messages to send now, oldest first, of those queued after one (0: of all). */
export function* dueMessages(nowMs: number, after: number, limit: number): Operation<OutboxRow[]> {
  return (yield* due({ nowMs, after, limit })).map(parse)
}

const ofKey = statement(($: { key: string }, db) => db.selectFrom('outbox').select(columns).where('key', '=', $.key))
/** A message by its key, or undefined. */
export function* messageOf(key: string): Operation<OutboxRow | undefined> {
  const row = yield* first(ofKey({ key }))
  return row && parse(row)
}

const sentOf = statement(($: { id: number }, db) =>
  db.selectFrom('outbox').select(columns).where('id', '=', $.id).where('state', '=', sql.lit('sent')),
)
/** A message that the provider took, by its number, or undefined. */
export function* sentRow(id: number): Operation<OutboxRow | undefined> {
  const row = yield* first(sentOf({ id }))
  return row && parse(row)
}

const sent = statement(($: { id: number; provider: string | null }, db) =>
  db.updateTable('outbox').set({ state: 'sent', provider: $.provider }).where('id', '=', $.id),
)
/** The provider took it. */
export function* markSent(id: number, provider: string | null): Operation<void> {
  yield* sent({ id, provider })
}

const unsent = statement(($: { id: number; why: string }, db) =>
  db.updateTable('outbox').set({ state: 'unsent', provider: $.why }).where('id', '=', $.id),
)
/** It goes nowhere, and why; it is not tried again. */
export function* markUnsent(id: number, why: Unsent): Operation<void> {
  yield* unsent({ id, why })
}

const shownAt = statement(($: { key: string; nowMs: number }, db) =>
  db.updateTable('outbox').set({ shown_ms: $.nowMs }).where('key', '=', $.key).where('shown_ms', 'is', null),
)
/** Whoever asked has read it where they asked, whether it is sent beside that or not. */
export function* markShown(key: string, nowMs: number): Operation<void> {
  yield* shownAt({ key, nowMs })
}

const sentIn = statement(($: { conversation: string; sinceMs: number }, db) =>
  db
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('conversation', '=', $.conversation)
    .where('state', '=', sql.lit('sent'))
    .where('created_ms', '>', $.sinceMs),
)
/** How many messages were sent into a conversation since a moment. */
export function* countSent(conversationId: string, sinceMs: number): Operation<number> {
  return Number((yield* first(sentIn({ conversation: conversationId, sinceMs })))?.count ?? 0)
}

const later = statement(($: { id: number; nextMs: number; attempts: number; state: 'queued' | 'dead' }, db) =>
  db.updateTable('outbox').set({ state: $.state, next_ms: $.nextMs, attempts: $.attempts }).where('id', '=', $.id),
)
/** Not sent: again at `nextMs`, or never where it failed for good. */
export function* sendLater(id: number, attempts: number, nextMs: number, forGood: boolean): Operation<void> {
  yield* later({ id, attempts, nextMs, state: forGood ? 'dead' : 'queued' })
}

const anew = statement(($: { key: string; nowMs: number }, db) =>
  db
    .updateTable('outbox')
    .set({ state: 'queued', attempts: 0, next_ms: $.nowMs, created_ms: $.nowMs })
    .where('key', '=', $.key)
    .where('state', '!=', sql.lit('sent')),
)
/** What was given up is sent after all; what was sent stays so. */
export function* sendAnew(key: string, nowMs: number): Operation<void> {
  yield* anew({ key, nowMs })
}

const copies = statement(($: { from: string; to: string; channel: string }, db) =>
  db
    .selectFrom('outbox')
    .select('provider')
    .where('key', '>=', $.from)
    .where('key', '<', $.to)
    .where('channel', '=', $.channel)
    .where('state', '=', sql.lit('sent'))
    .where('provider', 'is not', null),
)
/** Provider ids of the copies of a flag's card that were sent on a channel. */
export function* sentCopies(flag: string, channel: string): Operation<string[]> {
  const rows = yield* copies({ from: `card:${flag}:`, to: `card:${flag};`, channel })
  return rows.flatMap(({ provider }) => (provider === null ? [] : [provider]))
}

const soon = statement(($: { conversation: string; nowMs: number }, db) =>
  db
    .updateTable('outbox')
    .set({ next_ms: $.nowMs })
    .where('conversation', '=', $.conversation)
    .where('created_ms', '<=', $.nowMs)
    .where('state', '=', sql.lit('queued')),
)
const repliesWaiting = statement(($: { conversation: string }, db) =>
  db
    .selectFrom('outbox')
    .select(columns)
    .where('conversation', '=', $.conversation)
    .where('state', '=', sql.lit('queued'))
    .where('key', '>=', 'reply:')
    .where('key', '<', 'reply;')
    .orderBy('id'),
)
/** Answers that wait to be sent in a conversation, oldest first. */
export function* waitingReplies(conversationId: string): Operation<OutboxRow[]> {
  return (yield* repliesWaiting({ conversation: conversationId })).map(parse)
}

/** What waits to be said in a conversation is said now; what is to be said later stays so. */
export function* sendNow(conversationId: string, nowMs: number): Operation<void> {
  yield* soon({ conversation: conversationId, nowMs })
}

const next = statement((_$: Record<never, never>, db) =>
  db.selectFrom('outbox').select('next_ms').where('state', '=', sql.lit('queued')).orderBy('next_ms').limit(1),
)
/** When the next message is to be sent, or null. */
export function* nextSendMs(): Operation<number | null> {
  return (yield* first(next({})))?.next_ms ?? null
}

const conversation = statement(($: { conversation: string; limit: number }, db) =>
  db
    .selectFrom('outbox')
    .select(columns)
    .where('conversation', '=', $.conversation)
    .orderBy('id', 'desc')
    .limit($.limit),
)
/** What was said in a conversation, newest first. */
export function* messagesIn(conversationId: string, limit: number): Operation<OutboxRow[]> {
  return (yield* conversation({ conversation: conversationId, limit })).map(parse)
}

const standing = statement(($: { key: string }, db) =>
  db.selectFrom('outbox').select(['state', 'provider', 'message']).where('key', '=', $.key),
)
/** How a message stands: on its way, sent (`provider` says by what name, null: nowhere to send it) or not, and why. */
export function* standingOf(
  key: string,
): Operation<{ state: 'queued' | 'sent' | 'unsent' | 'dead'; provider: string | null; message: Outbound } | undefined> {
  const row = yield* first(standing({ key }))
  return row && { state: row.state, provider: row.provider, message: JSON.parse(row.message) as Outbound }
}

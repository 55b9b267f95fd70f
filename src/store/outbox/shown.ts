import { sql } from 'kysely'
import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../over.ts'

/** Cards that are looked through for those still open. */
const MOST_CARDS = 200

/** A card as it was shown somewhere. */
export interface ShownCard {
  /** Rises with every message that is queued. */
  row: number
  flag: string
  sentMs: number
}

const cards = statement(($: { channel: string; conversation: string; limit: number }, db) =>
  db
    .selectFrom('outbox')
    .select(['id', 'message', 'next_ms'])
    .where('conversation', '=', $.conversation)
    .where('channel', '=', $.channel)
    .where('state', '=', sql.lit('sent'))
    .where('message', 'like', sql.lit('{"type":"card",%'))
    .orderBy('id', 'desc')
    .limit($.limit),
)
/** Cards that a channel sent to one of the team, newest first. */
export function* cardsShown(channel: string, member: string): Operation<ShownCard[]> {
  const rows = yield* cards({ channel, conversation: `flags:${member}`, limit: MOST_CARDS })
  return rows.map(({ id, message, next_ms: sentMs }) => {
    const { card } = JSON.parse(message) as { card: { flag: string } }
    return { row: id, flag: card.flag, sentMs }
  })
}

const named = statement(($: { channel: string; conversation: string; like: string }, db) =>
  db
    .selectFrom('outbox')
    .select(['id', 'key', 'message'])
    .where('conversation', '=', $.conversation)
    .where('channel', '=', $.channel)
    .where('provider', 'like', $.like)
    .orderBy('id', 'desc')
    .limit(1),
)
/** What was sent somewhere under a provider's id: its key, and its flag where it is a card. Undefined where nothing was. */
export function* sentAs(
  channel: string,
  conversation: string,
  providerId: string,
): Operation<{ key: string; flag: string | null } | undefined> {
  if (!/^\w{1,100}$/.test(providerId)) return undefined
  const row = yield* first(named({ channel, conversation, like: `%${providerId}%` }))
  if (!row) return undefined
  const message = JSON.parse(row.message) as { type: string; card?: { flag: string } }
  return { key: row.key, flag: message.card?.flag ?? null }
}

const newest = statement(($: { channel: string; conversation: string }, db) =>
  db
    .selectFrom('outbox')
    .select('id')
    .where('conversation', '=', $.conversation)
    .where('channel', '=', $.channel)
    .where('state', '=', sql.lit('sent'))
    .orderBy('id', 'desc')
    .limit(1),
)
/** Row of what was said last in a conversation; 0 where nothing was. */
export function* lastSaid(channel: string, conversation: string): Operation<number> {
  return (yield* first(newest({ channel, conversation })))?.id ?? 0
}

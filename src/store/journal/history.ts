import type { Principal } from '#kernel/principal.ts'
import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../over.ts'

/** Messages of one person that are looked through for where they spoke. */
const MOST_MESSAGES = 200

/** A message as the journal holds it. */
export interface HistoryRow {
  seq: number
  /** When it was journaled. */
  atMs: number
  state: 'waiting' | 'leased' | 'done' | 'dead'
  /** The inbound event as JSON; a JSON string where it was erased. */
  body: string
}

const page = statement(($: { lane: string; limit: number }, db) =>
  db
    .selectFrom('inbound')
    .select(['seq', 'visible_ms', 'state', 'body'])
    .where('kind', '=', 'message')
    .where('lane', '=', $.lane)
    .orderBy('seq', 'desc')
    .limit($.limit),
)
/** What people said in a conversation, newest first. */
export function* saidIn(conversation: string, limit: number): Operation<HistoryRow[]> {
  const rows = yield* page({ lane: conversation, limit })
  return rows.map(({ visible_ms, ...rest }) => ({ ...rest, atMs: visible_ms }))
}

const since = statement(($: { lane: string; seq: number; limit: number }, db) =>
  db
    .selectFrom('inbound')
    .select(['seq', 'body', 'principal'])
    .where('kind', '=', 'message')
    .where('lane', '=', $.lane)
    .where('seq', '>', $.seq)
    .orderBy('seq', 'desc')
    .limit($.limit),
)
/** What people outside the team wrote in a conversation after a journal row, oldest first; of very many the last. */
export function* heardSince(conversation: string, seq: number, limit: number): Operation<string[]> {
  const rows = yield* since({ lane: conversation, seq, limit })
  return rows.reverse().flatMap(({ body, principal }) => {
    const event = JSON.parse(body) as { text?: string } | string
    const isOutside = (JSON.parse(principal) as Principal).kind !== 'member'
    return isOutside && typeof event === 'object' && event.text ? [event.text] : []
  })
}

const bySeq = statement(($: { seq: number }, db) =>
  db.selectFrom('inbound').select(['principal']).where('seq', '=', $.seq),
)
/** Who spoke in a journal row, as they were named then. */
export function* heardAt(seq: number): Operation<{ principal: Principal } | undefined> {
  const row = yield* first(bySeq({ seq }))
  return row && { principal: JSON.parse(row.principal) as Principal }
}

const speakers = statement(($: { lane: string; limit: number }, db) =>
  db
    .selectFrom('inbound')
    .select(['principal'])
    .where('kind', '=', 'message')
    .where('lane', '=', $.lane)
    .orderBy('seq', 'desc')
    .limit($.limit),
)

/** Who spoke last in a conversation, newest first, as each was named then. */
export function* spokeIn(conversation: string, limit: number): Operation<Principal[]> {
  const rows = yield* speakers({ lane: conversation, limit })
  return rows.map((row) => JSON.parse(row.principal) as Principal)
}

const spoken = statement(($: { client: string; limit: number }, db) =>
  db
    .selectFrom('inbound')
    .select(['lane', 'body', 'principal', 'visible_ms'])
    .where('client', '=', $.client)
    .orderBy('seq', 'desc')
    .limit($.limit),
)
/** Where a client whom the channel vouched for spoke, newest first, each conversation once, with when they last did. */
export function* conversationsWith(
  client: string,
): Operation<{ channel: string; conversation: string; atMs: number }[]> {
  const rows = yield* spoken({ client, limit: MOST_MESSAGES })
  const found = new Map<string, { channel: string; atMs: number }>()
  for (const { lane, body, principal, visible_ms } of rows) {
    if ((JSON.parse(principal) as Principal).assurance !== 'verified') continue
    const event = JSON.parse(body) as { channel?: string; simulated?: boolean } | string
    if (typeof event === 'object' && event.channel && !event.simulated && !found.has(lane))
      found.set(lane, { channel: event.channel, atMs: visible_ms })
  }
  return [...found].map(([conversation, said]) => ({ conversation, ...said }))
}

const lanes = statement(($: { client: string }, db) =>
  db.selectFrom('inbound').select('lane').distinct().where('client', '=', $.client).orderBy('lane'),
)

/** Where a client has written, whether the channel vouched for them or not. */
export function* spokeWhere(client: string): Operation<string[]> {
  const rows = yield* lanes({ client })
  return rows.map(({ lane }) => lane)
}

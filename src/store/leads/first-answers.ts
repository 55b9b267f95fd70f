import { sql } from 'kysely'
import type { Operation } from '#ports/sql.ts'
import { statement } from '../over.ts'

/** How a conversation with somebody outside began, and when what they wrote was first answered. */
export interface FirstAnswer {
  conversation: string
  /** When their first message was journaled. */
  askedMs: number
  /** When the first answer or question that is more than a receipt left; null while none has. */
  answeredMs: number | null
}

const AGENT = 'lead-qualification'
/** A principal as the journal holds one of the team. */
const MEMBERS = '{"kind":"member"%'

/**
 * Answers are replies with a `lead.reply` that was done, or with a question. A message that was tried again counts from its last
 * try on, which is when it left.
 */
const answers = statement(($: { members: string; fromMs: number }, db) =>
  db
    .selectFrom('tasks as t')
    .innerJoin('inbound as i', 'i.seq', 't.inbound')
    .innerJoin('outbox as o', (join) => join.on(sql`o.key`, '=', sql`'reply:' || t.inbound`))
    .select([
      't.conversation',
      (eb) => eb.fn.min<number>('i.visible_ms').as('asked_ms'),
      sql<number | null>`min(coalesce(o.shown_ms, case when o.state = 'sent' then o.next_ms end))`.as('answered_ms'),
    ])
    .where('t.agent', '=', sql.lit(AGENT))
    .where('t.conversation', 'in', (from) =>
      from
        .selectFrom('tasks')
        .select('conversation')
        .where('agent', '=', sql.lit(AGENT))
        .where('created_ms', '>=', $.fromMs),
    )
    .where('t.simulated', '=', sql.lit(0))
    .where('i.kind', '=', 'message')
    .where('i.principal', 'not like', $.members)
    .where((eb) =>
      eb.or([
        eb('t.question', 'is not', null),
        eb.exists(
          eb
            .selectFrom('actions as a')
            .select('a.id')
            .whereRef('a.task', '=', 't.id')
            .where('a.kind', '=', 'lead.reply')
            .where('a.status', '=', 'done'),
        ),
      ]),
    )
    .groupBy('t.conversation')
    .having((eb) => eb.fn.min('i.visible_ms'), '>=', $.fromMs),
)
/** Conversations with leads that began since a moment and got, or wait for, an answer that says something. */
export function* firstAnswers(fromMs: number): Operation<FirstAnswer[]> {
  const rows = yield* answers({ members: MEMBERS, fromMs })
  return rows.map((row) => ({
    conversation: row.conversation,
    askedMs: Number(row.asked_ms),
    answeredMs: row.answered_ms === null ? null : Number(row.answered_ms),
  }))
}

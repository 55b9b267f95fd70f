import { sql } from 'kysely'
import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../over.ts'

/** How the newest tasks of one version ended. */
export interface Outcomes {
  ended: number
  /** Of them: undone, edited by whoever decided, or failed. */
  bad: number
  /** What models have cost for all of them, millionths of a US dollar. */
  usdMicros: number
}

const counted = statement(($: { agent: string; pack: string; sinceMs: number; newest: number }, db) =>
  db
    .selectFrom((from) =>
      from
        .selectFrom('tasks')
        .select([
          sql<number>`case when status = 'failed'
            or exists (select 1 from actions a where a.task = tasks.id and a.status = 'undone')
            or exists (select 1 from flags f where f.task = tasks.id and f.verb = 'edit') then 1 else 0 end`.as('bad'),
          sql<number>`(select coalesce(sum(m.usd_micros), 0) from model_calls m where m.task = tasks.id)`.as('usd'),
        ])
        .where('agent', '=', $.agent)
        .where('pack', '=', $.pack)
        .where('pack', 'is not', null)
        .where('created_ms', '>=', $.sinceMs)
        .where('ended_ms', 'is not', null)
        .orderBy('created_ms', 'desc')
        .limit($.newest)
        .as('ended'),
    )
    .select([
      sql<number>`count(*)`.as('ended'),
      sql<number>`coalesce(sum(bad), 0)`.as('bad'),
      sql<number>`coalesce(sum(usd), 0)`.as('usd'),
    ]),
)

/** Counts the newest ended tasks that an agent did on one pack since a moment, so many at most. */
export function* outcomesOf(agent: string, pack: string, sinceMs: number, newest: number): Operation<Outcomes> {
  const row = yield* first(counted({ agent, pack, sinceMs, newest }))
  return { ended: Number(row?.ended ?? 0), bad: Number(row?.bad ?? 0), usdMicros: Number(row?.usd ?? 0) }
}

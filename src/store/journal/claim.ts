import { sql } from 'kysely'
import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../over.ts'

export interface ClaimedRow {
  seq: number
  key: string
  lane: string
  kind: string
  attempts: number
  body: string
  principal: string
}

/**
 * The oldest due row whose lane is free: none of the lane's earlier rows is waiting (and due) or leased. One lane is thus
 * worked in order and by one worker, while a timer that lies ahead holds nobody up.
 */
const claim = statement(($: { nowMs: number; leaseMs: number }, db) =>
  db
    .updateTable('inbound')
    .set((eb) => ({ state: 'leased', lease_ms: $.leaseMs, attempts: eb('attempts', '+', 1) }))
    .where('seq', '=', (eb) =>
      eb
        .selectFrom('inbound as next')
        .select('next.seq')
        .where('next.state', '=', sql.lit('waiting'))
        .where('next.visible_ms', '<=', $.nowMs)
        .where((inner) =>
          inner.not(
            inner.exists(
              inner
                .selectFrom('inbound as other')
                .select('other.seq')
                .whereRef('other.lane', '=', 'next.lane')
                .where('other.state', 'in', [sql.lit<'waiting'>('waiting'), sql.lit<'leased'>('leased')])
                .where((either) =>
                  either.or([
                    either('other.state', '=', sql.lit('leased')),
                    either.and([
                      either('other.visible_ms', '<=', $.nowMs),
                      either('other.seq', '<', either.ref('next.seq')),
                    ]),
                  ]),
                ),
            ),
          ),
        )
        .orderBy('next.visible_ms')
        .orderBy('next.seq')
        .limit(eb.lit(1)),
    )
    .returning(['seq', 'key', 'lane', 'kind', 'attempts', 'body', 'principal']),
)

/** Leases the next row that may run now, or answers undefined. */
export const claimNext = (nowMs: number, leaseMs: number): Operation<ClaimedRow | undefined> =>
  first(claim({ nowMs, leaseMs: nowMs + leaseMs }))

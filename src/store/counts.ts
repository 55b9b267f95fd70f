import { sql } from 'kysely'
import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from './over.ts'

type Nothing = Record<never, never>

const tasks = statement((_$: Nothing, db) =>
  db
    .selectFrom('tasks')
    .select(['status', 'agent', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy(['agent', 'status'])
    .orderBy('agent')
    .orderBy('status'),
)
const openFlags = statement((_$: Nothing, db) =>
  db
    .selectFrom('flags')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', sql.lit('open')),
)
const queued = statement((_$: Nothing, db) =>
  db
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', sql.lit('queued')),
)
const waiting = statement(($: { nowMs: number }, db) =>
  db
    .selectFrom('inbound')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', sql.lit('waiting'))
    .where('visible_ms', '<=', $.nowMs),
)

export interface Counts {
  tasks: { status: string; agent: string; count: number }[]
  openFlags: number
  /** Messages not sent yet. */
  outboxQueued: number
  /** Journal rows that are due and not begun; timers that lie ahead do not count. */
  journalWaiting: number
}

/** How much there is of everything, for the metrics. */
export function* countAll(nowMs: number): Operation<Counts> {
  return {
    tasks: (yield* tasks({})).map((row) => ({ ...row, count: Number(row.count) })),
    openFlags: Number((yield* first(openFlags({})))?.count ?? 0),
    outboxQueued: Number((yield* first(queued({})))?.count ?? 0),
    journalWaiting: Number((yield* first(waiting({ nowMs })))?.count ?? 0),
  }
}

import { sql } from 'kysely'
import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../over.ts'

/** What a model was used for. Money in millionths of a US dollar. */
export interface Cost {
  calls: number
  tokens: number
  usdMicros: number
}

const NOTHING: Cost = { calls: 0, tokens: 0, usdMicros: 0 }

const sums = [
  sql<number>`count(*)`.as('calls'),
  sql<number>`coalesce(sum(input_tokens + output_tokens), 0)`.as('tokens'),
  sql<number>`coalesce(sum(usd_micros), 0)`.as('usd_micros'),
] as const

const ofTask = statement(($: { task: string }, db) =>
  db.selectFrom('model_calls').select(sums).where('task', '=', $.task),
)
/** What the calls for one task came to. */
export function* costOfTask(task: string): Operation<Cost> {
  return costIn(yield* first(ofTask({ task })))
}

const after = statement(($: { id: number }, db) => db.selectFrom('model_calls').select(sums).where('id', '>', $.id))
const newest = statement((_$: Record<never, never>, db) =>
  db.selectFrom('model_calls').select((eb) => eb.fn.max('id').as('id')),
)
/** Number of the newest call, 0 before the first. */
export function* newestCall(): Operation<number> {
  return Number((yield* first(newest({})))?.id ?? 0)
}
/** What the calls after one came to. */
export function* costAfter(id: number): Operation<Cost> {
  return costIn(yield* first(after({ id })))
}

const days = statement(($: { from: string }, db) =>
  db
    .selectFrom('model_days')
    .select(['day', 'agent', 'calls', 'tokens', 'usd_micros'])
    .where('day', '>=', $.from)
    .orderBy('day')
    .orderBy('agent'),
)
/** What each agent used on each day since one. */
export function* costByDay(from: string): Operation<(Cost & { day: string; agent: string })[]> {
  return (yield* days({ from })).map(({ day, agent, ...row }) => ({ day, agent, ...costIn(row) }))
}

const tasks = statement(($: { fromMs: number }, db) =>
  db
    .selectFrom('tasks')
    .leftJoin('model_calls', 'model_calls.task', 'tasks.id')
    .select([
      'tasks.agent',
      sql<number>`count(distinct tasks.id)`.as('tasks'),
      sql<number>`count(distinct case when tasks.status = 'done' then tasks.id end)`.as('done'),
      sql<number>`coalesce(sum(model_calls.usd_micros), 0)`.as('usd_micros'),
    ])
    .where('tasks.created_ms', '>=', $.fromMs)
    .where('tasks.agent', '!=', sql.lit('desk'))
    .groupBy('tasks.agent')
    .orderBy('tasks.agent'),
)
/** What one agent was asked for, and what that cost. Money in millionths of a US dollar. */
export interface TasksCost {
  agent: string
  tasks: number
  done: number
  usdMicros: number
}
/** Tasks since a moment by agent, how many of them were done, and what all of them cost. */
export function* costOfTasks(fromMs: number): Operation<TasksCost[]> {
  return (yield* tasks({ fromMs })).map((row) => ({
    agent: row.agent,
    tasks: Number(row.tasks),
    done: Number(row.done),
    usdMicros: Number(row.usd_micros),
  }))
}

const costIn = (row: { calls: number; tokens: number; usd_micros: number } | undefined): Cost =>
  row ? { calls: Number(row.calls), tokens: Number(row.tokens), usdMicros: Number(row.usd_micros) } : NOTHING

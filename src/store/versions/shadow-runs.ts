import { sql } from 'kysely'
import type { Ruled, ShadowRun } from '#ports/shadows.ts'
import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../over.ts'
import type { StoreTables } from '../tables.ts'

/** Runs of one agent that are kept. */
const MOST_KEPT = 1000

type Row = Omit<StoreTables['shadow_runs'], 'id'>
const insert = statement(($: Row, db) =>
  db.insertInto('shadow_runs').values({
    agent: $.agent,
    task: $.task,
    active: $.active,
    candidate: $.candidate,
    was: $.was,
    would: $.would,
    at_ms: $.at_ms,
  }),
)
const dropOld = statement(($: { agent: string; most: number }, db) =>
  db
    .deleteFrom('shadow_runs')
    .where('agent', '=', $.agent)
    .where('id', '<=', (from) =>
      from
        .selectFrom('shadow_runs')
        .select('id')
        .where('agent', '=', $.agent)
        .orderBy('id', 'desc')
        .limit(1)
        .offset($.most),
    ),
)
/** Keeps that a version ran in a task's shadow, and what both ruled where they differ; the oldest make room. */
export function* keepShadowRun({ same, was, would, ...run }: ShadowRun, atMs: number): Operation<void> {
  yield* insert({
    ...run,
    was: same ? null : JSON.stringify(was),
    would: same ? null : JSON.stringify(would),
    at_ms: atMs,
  })
  yield* dropOld({ agent: run.agent, most: MOST_KEPT })
}

const counted = statement(($: { agent: string; candidate: string }, db) =>
  db
    .selectFrom('shadow_runs')
    .select([sql<number>`count(*)`.as('runs'), sql<number>`count(was)`.as('different')])
    .where('agent', '=', $.agent)
    .where('candidate', '=', $.candidate),
)
/** How often a version ran in the shadow of an agent, and how often it ruled otherwise. */
export function* shadowCounts(agent: string, candidate: string): Operation<{ runs: number; different: number }> {
  const row = yield* first(counted({ agent, candidate }))
  return { runs: Number(row?.runs ?? 0), different: Number(row?.different ?? 0) }
}

const newest = statement(($: { agent: string }, db) =>
  db.selectFrom('shadow_runs').select('candidate').where('agent', '=', $.agent).orderBy('id', 'desc').limit(1),
)
/** The version that last ran in the shadow of an agent, or null. */
export function* lastShadow(agent: string): Operation<string | null> {
  return (yield* first(newest({ agent })))?.candidate ?? null
}

/** A task that two versions ruled differently on. */
export interface Difference {
  task: string
  /** What was said; empty where it was erased. */
  text: string
  was: Ruled
  would: Ruled
}
const different = statement(($: { agent: string; candidate: string; limit: number }, db) =>
  db
    .selectFrom('shadow_runs as s')
    .leftJoin('tasks as t', 't.id', 's.task')
    .select(['s.task', 't.text', 's.was', 's.would'])
    .where('s.agent', '=', $.agent)
    .where('s.candidate', '=', $.candidate)
    .where('s.was', 'is not', null)
    .orderBy('s.id', 'desc')
    .limit($.limit),
)
/** The newest differences, newest first. */
export function* differencesOf(agent: string, candidate: string, limit: number): Operation<Difference[]> {
  const rows = yield* different({ agent, candidate, limit })
  return rows.map(({ task, text, was, would }) => ({
    task,
    text: text ?? '',
    was: JSON.parse(was ?? 'null') as Ruled,
    would: JSON.parse(would ?? 'null') as Ruled,
  }))
}

const spent = statement(($: { day: string; agent: string }, db) =>
  db.selectFrom('model_days').select('usd_micros').where('day', '=', $.day).where('agent', '=', $.agent),
)
/** What one account has spent on models on a day, millionths of a US dollar. */
export function* spentBy(agent: string, day: string): Operation<number> {
  return (yield* first(spent({ agent, day })))?.usd_micros ?? 0
}

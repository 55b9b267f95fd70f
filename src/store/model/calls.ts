import { sql } from 'kysely'
import type { ModelFailure } from '#ports/model.ts'
import type { ModelAccount } from '#ports/models.ts'
import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../over.ts'

/** What a call has used, or may. Money in millionths of a US dollar. */
export interface Spent {
  inputTokens: number
  outputTokens: number
  usdMicros: number
}

/** How much may be used, in tokens and in money; a call that could go past it is not made. */
export interface Limits {
  task: { calls: number; tokens: number; usdMicros: number }
  agentUsdMicros: number | null
  day: { tokens: number; usdMicros: number }
}

export interface CallDraft extends ModelAccount {
  atMs: number
  /** Local date of the team. */
  day: string
  tier: string
  model: string
  /** The most it can use. */
  most: Spent
}

/** `open` while it is under way, and for good where the desk was stopped meanwhile: it counts with the most it can have used. */
export type CallOutcome = 'open' | 'ok' | Exclude<ModelFailure, 'cap'>
export type CapOf = 'task' | 'agent' | 'day'

type OnTask = { task: string | null; event: number | null }
const ofTask = statement(($: OnTask, db) =>
  db
    .selectFrom('model_calls')
    .select([
      sql<number>`coalesce(sum(case when input_tokens + output_tokens > 0 then 1 else 0 end), 0)`.as('calls'),
      sql<number>`coalesce(sum(input_tokens + output_tokens), 0)`.as('tokens'),
      sql<number>`coalesce(sum(usd_micros), 0)`.as('usd_micros'),
    ])
    .where((eb) => eb.or([eb('task', '=', $.task), eb.and([eb('task', 'is', null), eb('event', '=', $.event)])])),
)
const ofDay = statement(($: { day: string }, db) =>
  db.selectFrom('model_days').select(['agent', 'tokens', 'usd_micros']).where('day', '=', $.day),
)
const insert = statement(($: Omit<CallDraft, 'most'> & Spent, db) =>
  db
    .insertInto('model_calls')
    .values({
      at_ms: $.atMs,
      day: $.day,
      agent: $.agent,
      task: $.task,
      event: $.event,
      tier: $.tier,
      model: $.model,
      input_tokens: $.inputTokens,
      output_tokens: $.outputTokens,
      usd_micros: $.usdMicros,
      ms: 0,
      outcome: 'open',
    })
    .returning('id'),
)
const addToDay = statement(($: { day: string; agent: string; calls: number; tokens: number; usdMicros: number }, db) =>
  db
    .insertInto('model_days')
    .values({ day: $.day, agent: $.agent, calls: $.calls, tokens: $.tokens, usd_micros: $.usdMicros })
    .onConflict((on) =>
      on.columns(['day', 'agent']).doUpdateSet({
        calls: sql`model_days.calls + excluded.calls`,
        tokens: sql`model_days.tokens + excluded.tokens`,
        usd_micros: sql`model_days.usd_micros + excluded.usd_micros`,
      }),
    ),
)

/**
 * Puts the most that a call can use on the account of its task, its agent and its day, before it is made: however many are under
 * way at once, together they stay inside the limits. Answers the number of the call, or which limit forbids it.
 */
export function* reserveCall(call: CallDraft, limits: Limits): Operation<{ id: number } | { over: CapOf }> {
  const { most, ...draft } = call
  const tokens = most.inputTokens + most.outputTokens
  const days = yield* ofDay({ day: call.day })
  const sumOf = (rows: typeof days) => ({
    tokens: rows.reduce((sum, row) => sum + Number(row.tokens), tokens),
    usdMicros: rows.reduce((sum, row) => sum + Number(row.usd_micros), most.usdMicros),
  })
  const day = sumOf(days)
  if (day.tokens > limits.day.tokens || isOver(day.usdMicros, limits.day.usdMicros)) return { over: 'day' }
  const agent = sumOf(days.filter((row) => row.agent === call.agent))
  if (limits.agentUsdMicros !== null && isOver(agent.usdMicros, limits.agentUsdMicros)) return { over: 'agent' }
  if (call.task !== null || call.event !== null) {
    const task = yield* first(ofTask({ task: call.task, event: call.event }))
    const left = limits.task
    if (Number(task?.calls ?? 0) + 1 > left.calls || Number(task?.tokens ?? 0) + tokens > left.tokens)
      return { over: 'task' }
    if (isOver(Number(task?.usd_micros ?? 0) + most.usdMicros, left.usdMicros)) return { over: 'task' }
  }
  const row = yield* first(insert({ ...draft, ...most }))
  yield* addToDay({ day: call.day, agent: call.agent, calls: 1, tokens, usdMicros: most.usdMicros })
  return { id: Number(row?.id) }
}

/** What costs nothing is inside every budget, also one of nothing. */
const isOver = (usdMicros: number, limit: number): boolean => usdMicros > limit && usdMicros > 0

const settle = statement(($: Spent & { id: number; ms: number; outcome: string }, db) =>
  db
    .updateTable('model_calls')
    .set({
      input_tokens: $.inputTokens,
      output_tokens: $.outputTokens,
      usd_micros: $.usdMicros,
      ms: $.ms,
      outcome: $.outcome,
    })
    .where('id', '=', $.id)
    .where('outcome', '=', sql.lit('open')),
)

/** Gives back what a call did not use. */
export function* settleCall(
  { id, call, ms, outcome }: { id: number; call: CallDraft; ms: number; outcome: CallOutcome },
  used: Spent,
): Operation<void> {
  yield* settle({ id, ms, outcome, ...used })
  yield* addToDay({
    day: call.day,
    agent: call.agent,
    calls: 0,
    tokens: used.inputTokens + used.outputTokens - call.most.inputTokens - call.most.outputTokens,
    usdMicros: used.usdMicros - call.most.usdMicros,
  })
}

const claim = statement(($: { event: number; task: string }, db) =>
  db.updateTable('model_calls').set({ task: $.task }).where('event', '=', $.event).where('task', 'is', null),
)
/** Charges what it cost to find the job of an event to the task that came of it. */
export function* chargeToTask(event: number, task: string): Operation<void> {
  yield* claim({ event, task })
}

import { sql } from 'kysely'
import type { Inverse } from '#kernel/actions/definition.ts'
import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../over.ts'

export type ActionStatus = 'proposed' | 'intended' | 'done' | 'refused' | 'failed' | 'unsure' | 'queued' | 'undone'

/** One action from proposal to ledger. */
export interface ActionRow {
  id: string
  task: string
  position: number
  kind: string
  args: Record<string, unknown>
  because: string
  verdict: 'do' | 'ask' | 'refuse'
  rule: string
  facts: Record<string, unknown>
  /** Idempotency key, handed to the port. */
  key: string
  status: ActionStatus
  problem: string | null
  /** Id of the record it wrote. */
  record: string | null
  before: unknown
  after: unknown
  conversation: string
  /** Id of the principal on whose behalf. */
  principal: string
  undoUntilMs: number | null
  performedMs: number | null
}

const columns = [
  'id',
  'task',
  'position',
  'kind',
  'args',
  'because',
  'verdict',
  'rule',
  'facts',
  'key',
  'status',
  'problem',
  'record',
  'before',
  'after',
  'conversation',
  'principal',
  'undo_until_ms',
  'performed_ms',
] as const
type Row = { [K in (typeof columns)[number]]: string | number | null }

function parse(row: Row): ActionRow {
  const json = (text: string | number | null) => (text === null ? null : (JSON.parse(String(text)) as unknown))
  return {
    id: String(row.id),
    task: String(row.task),
    position: Number(row.position),
    kind: String(row.kind),
    args: json(row.args) as Record<string, unknown>,
    because: String(row.because),
    verdict: row.verdict as ActionRow['verdict'],
    rule: String(row.rule),
    facts: json(row.facts) as Record<string, unknown>,
    key: String(row.key),
    status: row.status as ActionStatus,
    problem: row.problem === null ? null : String(row.problem),
    record: row.record === null ? null : String(row.record),
    before: json(row.before),
    after: json(row.after),
    conversation: String(row.conversation),
    principal: String(row.principal),
    undoUntilMs: row.undo_until_ms === null ? null : Number(row.undo_until_ms),
    performedMs: row.performed_ms === null ? null : Number(row.performed_ms),
  }
}

const byTask = statement(($: { task: string }, db) =>
  db.selectFrom('actions').select(columns).where('task', '=', $.task).orderBy('position'),
)
/** The plan of a task, in order. */
export function* actionsOf(task: string): Operation<ActionRow[]> {
  return (yield* byTask({ task })).map(parse)
}

const byId = statement(($: { id: string }, db) => db.selectFrom('actions').select(columns).where('id', '=', $.id))
/** One action, or undefined. */
export function* actionById(id: string): Operation<ActionRow | undefined> {
  const row = yield* first(byId({ id }))
  return row && parse(row)
}

const recent = statement(($: { conversation: string; limit: number }, db) =>
  db
    .selectFrom('actions')
    .select(columns)
    .where('conversation', '=', $.conversation)
    .where('performed_ms', 'is not', null)
    .orderBy('performed_ms', 'desc')
    .orderBy('position', 'desc')
    .limit($.limit),
)
/** What was last done in a conversation, newest first. */
export function* recentActions(conversation: string, limit: number): Operation<ActionRow[]> {
  return (yield* recent({ conversation, limit })).map(parse)
}

const since = statement(($: { sinceMs: number; limit: number }, db) =>
  db
    .selectFrom('actions')
    .select(columns)
    .where('performed_ms', '>=', $.sinceMs)
    .orderBy('performed_ms', 'desc')
    .orderBy('position', 'desc')
    .limit($.limit),
)
/** What was done since a moment, newest first, in every conversation. */
export function* actionsSince(sinceMs: number, limit: number): Operation<ActionRow[]> {
  return (yield* since({ sinceMs, limit })).map(parse)
}

const between = statement(($: { fromMs: number; toMs: number; limit: number }, db) =>
  db
    .selectFrom('actions')
    .select(columns)
    .where('performed_ms', '>=', $.fromMs)
    .where('performed_ms', '<', $.toMs)
    .where('status', '=', sql.lit('done'))
    .orderBy('performed_ms', 'desc')
    .orderBy('position', 'desc')
    .limit($.limit),
)
/** What was done in a window and stands, newest first, in every conversation. */
export function* actionsDoneIn(window: { fromMs: number; toMs: number }, limit: number): Operation<ActionRow[]> {
  return (yield* between({ ...window, limit })).map(parse)
}

const givenSince = statement(($: { sinceMs: number }, db) =>
  db
    .selectFrom('actions')
    .select(['args', 'performed_ms'])
    .where('performed_ms', '>=', $.sinceMs)
    .where('status', '=', sql.lit('done'))
    // Written exactly as in the index of these rows, which is used for nothing less.
    .where(
      sql<boolean>`kind in ('lead.create', 'lead.update') and (args like '%"owner":"%' or args like '%"path":"owner"%')`,
    )
    .orderBy('performed_ms', 'desc')
    .orderBy('position', 'desc'),
)
/** Writes that give a lead to somebody, since a moment, newest first: their arguments and when. */
export function* leadsGivenSince(sinceMs: number): Operation<{ args: Record<string, unknown>; performedMs: number }[]> {
  return (yield* givenSince({ sinceMs })).map(({ args, performed_ms }) => ({
    args: JSON.parse(args) as Record<string, unknown>,
    performedMs: Number(performed_ms),
  }))
}

const onRecord = statement(($: { record: string }, db) =>
  db
    .selectFrom('actions')
    .select(columns)
    .where('record', '=', $.record)
    .where('performed_ms', 'is not', null)
    .orderBy('performed_ms')
    .orderBy('position'),
)
/** What was done to a record, oldest first. */
export function* actionsOn(record: string): Operation<ActionRow[]> {
  return (yield* onRecord({ record })).map(parse)
}

const lastWritten = statement(($: { kinds: string }, db) =>
  db
    .selectFrom('actions')
    .select((one) => ['record', one.fn.max('performed_ms').as('at')])
    .where('kind', 'like', $.kinds)
    .where('status', '=', 'done')
    .where('record', 'is not', null)
    .where('performed_ms', 'is not', null)
    .groupBy('record'),
)
/** When each record that actions of a kind (`deal`) wrote was last written, epoch ms. */
export function* lastWrites(kind: string): Operation<[record: string, atMs: number][]> {
  const rows = yield* lastWritten({ kinds: `${kind}.%` })
  return rows.map(({ record, at }) => [String(record), Number(at)])
}

export type { Inverse }

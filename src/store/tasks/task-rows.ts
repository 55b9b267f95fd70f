import { sql } from 'kysely'
import { DeskError } from '#kernel/errors.ts'
import type { HandOff, Question } from '#kernel/ruling.ts'
import type { Task, TaskStatus } from '#kernel/task.ts'
import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../over.ts'

/** What a task says of itself when it ends or pauses. */
export interface Said {
  lines: string[]
  choices: { label: string; value: string }[]
  /** Said once something was done ("took 15:00 for 3ish"). */
  notes?: string[]
  /** Work for other agents, started once everything was done. */
  handOffs?: HandOff[]
  /** That work is started beside the pause, and waits for nothing. */
  besides?: boolean
  /** What whoever is asked should know first. */
  preview?: string[]
  /** Actions whose outcome was told with an earlier question. */
  told?: string[]
  /** What is said while a person decides, in place of the desk's own words. */
  meanwhile?: string
}

/** A task with what waits beside it. */
export interface TaskRow {
  task: Task
  question: Question | null
  answer: string | null
  said: Said | null
  policy: string
}

const columns = [
  'id',
  'inbound',
  'position',
  'parent',
  'conversation',
  'channel',
  'agent',
  'agent_version',
  'pack',
  'pack_hash',
  'model',
  'routed_by',
  'intent',
  'text',
  'principal',
  'status',
  'tier',
  'pointed',
  'request',
  'question',
  'answer',
  'said',
  'policy',
  'simulated',
  'created_ms',
  'ended_ms',
] as const

const byId = statement(($: { id: string }, db) => db.selectFrom('tasks').select(columns).where('id', '=', $.id))
const byInbound = statement(($: { inbound: number }, db) =>
  db.selectFrom('tasks').select(columns).where('inbound', '=', $.inbound).orderBy('position'),
)
const waiting = statement(($: { conversation: string }, db) =>
  db
    .selectFrom('tasks')
    .select(columns)
    .where('conversation', '=', $.conversation)
    .where('ended_ms', 'is', null)
    .where('status', '=', 'waiting_requester')
    .orderBy('created_ms', 'desc')
    .orderBy('id'),
)
const expired = statement(($: { conversation: string; sinceMs: number }, db) =>
  db
    .selectFrom('tasks')
    .select(columns)
    .where('conversation', '=', $.conversation)
    .where('status', '=', sql.lit('expired'))
    .where('created_ms', '>', $.sinceMs)
    .orderBy('created_ms', 'desc')
    .orderBy('id')
    .limit(1),
)
const latest = statement(($: { conversation: string; sinceMs: number; limit: number }, db) =>
  db
    .selectFrom('tasks')
    .select(columns)
    .where('conversation', '=', $.conversation)
    .where('created_ms', '>', $.sinceMs)
    .orderBy('created_ms', 'desc')
    .orderBy('inbound', 'desc')
    .orderBy('position', 'desc')
    .limit($.limit),
)
const answeredBy = statement(($: { seq: number }, db) =>
  db.selectFrom('tasks').select(columns).where('answered_by', '=', $.seq).where('answered_by', 'is not', null),
)

type Row = { [K in (typeof columns)[number]]: string | number | null }

const textOf = (value: string | number | null): string | null => (value === null ? null : String(value))

function parse(row: Row): TaskRow {
  const json = (text: string | number | null) => (text === null ? null : (JSON.parse(String(text)) as unknown))
  return {
    task: {
      id: String(row.id),
      inbound: Number(row.inbound),
      position: Number(row.position),
      parent: textOf(row.parent),
      conversation: String(row.conversation),
      channel: String(row.channel),
      agent: String(row.agent),
      agentVersion: String(row.agent_version),
      pack: textOf(row.pack),
      packHash: textOf(row.pack_hash),
      model: textOf(row.model),
      routedBy: textOf(row.routed_by),
      intent: String(row.intent),
      text: String(row.text),
      principal: json(row.principal) as Task['principal'],
      status: row.status as TaskStatus,
      tier: row.tier as Task['tier'],
      pointed: json(row.pointed) as Task['pointed'],
      request: json(row.request),
      simulated: row.simulated === 1,
      createdMs: Number(row.created_ms),
      endedMs: row.ended_ms === null ? null : Number(row.ended_ms),
    },
    question: row.question === null ? null : (json(row.question) as Question),
    answer: textOf(row.answer),
    said: json(row.said) as Said | null,
    policy: String(row.policy),
  }
}

/** One task, or undefined. */
export function* taskById(id: string): Operation<TaskRow | undefined> {
  const row = yield* first(byId({ id }))
  return row && parse(row)
}

/** One task that must be there: its id came out of the journal. @throws DeskError INTERNAL where it is not */
export function* taskOnFile(id: string): Operation<TaskRow> {
  const row = yield* taskById(id)
  if (!row) throw new DeskError('INTERNAL', { reference: id })
  return row
}

/** The tasks a message started, in the order of its intents. */
export function* tasksOf(inbound: number): Operation<TaskRow[]> {
  return (yield* byInbound({ inbound })).map(parse)
}

/** Tasks of a conversation with an open question, newest first. */
export function* waitingIn(conversation: string): Operation<TaskRow[]> {
  return (yield* waiting({ conversation })).map(parse)
}

/** The last task of a conversation, begun since a moment, that nobody answered or decided in time; or undefined. */
export function* expiredIn(conversation: string, sinceMs: number): Operation<TaskRow | undefined> {
  const row = yield* first(expired({ conversation, sinceMs }))
  return row && parse(row)
}

/** Tasks of a conversation begun since a moment, newest first. */
export function* latestIn(conversation: string, sinceMs: number, limit: number): Operation<TaskRow[]> {
  return (yield* latest({ conversation, sinceMs, limit })).map(parse)
}

/** The task that a journal row answered, or undefined. */
export function* taskAnsweredBy(seq: number): Operation<TaskRow | undefined> {
  const row = yield* first(answeredBy({ seq }))
  return row && parse(row)
}

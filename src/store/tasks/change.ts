import type { Question, Tier } from '#kernel/ruling.ts'
import type { Task, TaskStatus } from '#kernel/task.ts'
import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../over.ts'
import type { Said } from './task-rows.ts'

interface TaskInsert {
  id: string
  inbound: number
  position: number
  parent: string | null
  conversation: string
  channel: string
  agent: string
  agentVersion: string
  pack: string | null
  packHash: string | null
  model: string | null
  routedBy: string | null
  intent: string
  text: string
  principal: string
  tier: string
  pointed: string | null
  policy: string
  simulated: number
  createdMs: number
}

const insert = statement(($: TaskInsert, db) =>
  db
    .insertInto('tasks')
    .values({
      id: $.id,
      inbound: $.inbound,
      position: $.position,
      parent: $.parent,
      conversation: $.conversation,
      channel: $.channel,
      agent: $.agent,
      agent_version: $.agentVersion,
      pack: $.pack,
      pack_hash: $.packHash,
      model: $.model,
      routed_by: $.routedBy,
      intent: $.intent,
      text: $.text,
      principal: $.principal,
      status: 'open',
      tier: $.tier,
      pointed: $.pointed,
      request: null,
      question: null,
      answer: null,
      answered_by: null,
      said: null,
      policy: $.policy,
      simulated: $.simulated,
      created_ms: $.createdMs,
      ended_ms: null,
    })
    .onConflict((on) => on.column('id').doNothing())
    .returning('id'),
)

/** Opens a task; false where it is open already: the same id is the same task. `policy` is the version in force. */
export function* openTask(task: Omit<Task, 'status' | 'request' | 'endedMs'>, policy: string): Operation<boolean> {
  const row = {
    ...task,
    principal: JSON.stringify(task.principal),
    pointed: task.pointed && JSON.stringify(task.pointed),
    simulated: task.simulated ? 1 : 0,
    policy,
  }
  return (yield* first(insert(row))) !== undefined
}

const understood = statement(($: { id: string; request: string; tier: string }, db) =>
  db.updateTable('tasks').set({ request: $.request, tier: $.tier, pointed: null }).where('id', '=', $.id),
)
/** Keeps the typed request, so that a later step starts from what is understood already; what it was read from is done with. */
export function* keepRequest(id: string, request: unknown, tier: Tier): Operation<void> {
  yield* understood({ id, request: JSON.stringify(request ?? null), tier })
}

const say = statement(($: { id: string; said: string }, db) =>
  db.updateTable('tasks').set({ said: $.said }).where('id', '=', $.id),
)
/** Keeps what is to be said and handed on when the plan has been carried out. */
export function* keepSaid(id: string, said: Said): Operation<void> {
  yield* say({ id, said: JSON.stringify(said) })
}

const wait = statement(($: { id: string; status: string; question: string | null; said: string | null }, db) =>
  db
    .updateTable('tasks')
    .set({ status: $.status, question: $.question, answer: null, said: $.said })
    .where('id', '=', $.id),
)
/** The task waits: for its requester with a question, or for a person with a flag. */
export function* pauseTask(
  id: string,
  status: 'waiting_requester' | 'waiting_human',
  question: Question | null,
  said: Said | null,
): Operation<void> {
  yield* wait({ id, status, question: question && JSON.stringify(question), said: said && JSON.stringify(said) })
}

const pend = statement(($: { id: string; question: string; said: string }, db) =>
  db.updateTable('tasks').set({ question: $.question, answer: null, said: $.said }).where('id', '=', $.id),
)
/** Keeps a question that is asked once what goes before it has been done. */
export function* keepPending(id: string, question: Question, said: Said): Operation<void> {
  yield* pend({ id, question: JSON.stringify(question), said: JSON.stringify(said) })
}

const settle = statement(($: { id: string }, db) =>
  db.updateTable('tasks').set({ question: null, answer: null }).where('id', '=', $.id),
)
/** What was asked is answered and acted on. */
export function* settleQuestion(id: string): Operation<void> {
  yield* settle({ id })
}

const answer = statement(($: { id: string; answer: string; by: number }, db) =>
  db
    .updateTable('tasks')
    .set({ answer: $.answer, answered_by: $.by, status: 'open' })
    .where('id', '=', $.id)
    .where('status', '=', 'waiting_requester')
    .returning('id'),
)
/** Takes the answer (from journal row `by`) to a task's open question, once; false where it waits for none any more. */
export function* answerTask(id: string, text: string, by: number): Operation<boolean> {
  return (yield* first(answer({ id, answer: text, by }))) !== undefined
}

const reopen = statement(($: { id: string }, db) =>
  db.updateTable('tasks').set({ status: 'open', question: null }).where('id', '=', $.id),
)
const askAgain = statement(($: { id: string; by: number }, db) =>
  db
    .updateTable('tasks')
    .set({ status: 'open', question: null, answer: null, answered_by: $.by })
    .where('id', '=', $.id)
    .where('status', '=', 'waiting_requester'),
)
/** What was asked about has changed (by journal row `by`): the task runs again, and asks anew. */
export function* askAnew(id: string, by: number): Operation<void> {
  yield* askAgain({ id, by })
}

/** A decision was taken: the task runs again. */
export function* reopenTask(id: string): Operation<void> {
  yield* reopen({ id })
}

const end = statement(($: { id: string; status: string; said: string; endedMs: number }, db) =>
  db
    .updateTable('tasks')
    .set({ status: $.status, said: $.said, ended_ms: $.endedMs, question: null, answer: null })
    .where('id', '=', $.id)
    .where('ended_ms', 'is', null),
)
/** Ends a task once. */
export function* endTask(id: string, status: TaskStatus, said: Said, endedMs: number): Operation<void> {
  yield* end({ id, status, said: JSON.stringify(said), endedMs })
}

const amend = statement(($: { id: string; status: string; said: string }, db) =>
  db
    .updateTable('tasks')
    .set({ status: $.status, said: $.said })
    .where('id', '=', $.id)
    .where('ended_ms', 'is not', null),
)
/** Says anew how an ended task came out: its queued writes have been tried again. */
export function* amendEnd(id: string, status: TaskStatus, said: Said): Operation<void> {
  yield* amend({ id, status, said: JSON.stringify(said) })
}

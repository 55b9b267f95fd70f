import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../over.ts'
import type { ActionRow, ActionStatus } from './action-rows.ts'

export type PlannedAction = Omit<ActionRow, 'record' | 'after' | 'undoUntilMs' | 'performedMs'>

interface PlanInsert {
  id: string
  task: string
  position: number
  kind: string
  args: string
  because: string
  verdict: ActionRow['verdict']
  rule: string
  facts: string
  key: string
  status: ActionStatus
  problem: string | null
  before: string | null
  conversation: string
  principal: string
}
const insert = statement(($: PlanInsert, db) =>
  db.insertInto('actions').values({
    id: $.id,
    task: $.task,
    position: $.position,
    kind: $.kind,
    args: $.args,
    because: $.because,
    verdict: $.verdict,
    rule: $.rule,
    facts: $.facts,
    key: $.key,
    status: $.status,
    problem: $.problem,
    record: null,
    before: $.before,
    after: null,
    conversation: $.conversation,
    principal: $.principal,
    undo_until_ms: null,
    performed_ms: null,
  }),
)

/** Journals one action of a plan with its verdict. */
export function* planAction(action: PlannedAction): Operation<void> {
  yield* insert({
    ...action,
    args: JSON.stringify(action.args),
    facts: JSON.stringify(action.facts),
    before: action.before === null ? null : JSON.stringify(action.before),
  })
}

interface Rejudged {
  id: string
  args: string
  verdict: ActionRow['verdict']
  rule: string
  facts: string
  status: ActionStatus
  problem: string | null
  before: string | null
}
const rejudge = statement(($: Rejudged, db) =>
  db
    .updateTable('actions')
    .set({
      args: $.args,
      verdict: $.verdict,
      rule: $.rule,
      facts: $.facts,
      status: $.status,
      problem: $.problem,
      before: $.before,
    })
    .where('id', '=', $.id)
    .where('status', '=', 'proposed'),
)
/** Replaces the verdict (and, after an edit, the arguments) of an action that was only proposed. */
export function* rejudgeAction(
  action: Pick<PlannedAction, 'id' | 'args' | 'verdict' | 'rule' | 'facts' | 'status' | 'problem' | 'before'>,
): Operation<void> {
  yield* rejudge({
    ...action,
    args: JSON.stringify(action.args),
    facts: JSON.stringify(action.facts),
    before: action.before === null ? null : JSON.stringify(action.before),
  })
}

interface Confirmed {
  id: string
  record: string | null
  after: string | null
  undoUntilMs: number | null
  performedMs: number
}
const confirm = statement(($: Confirmed, db) =>
  db
    .updateTable('actions')
    .set({
      status: 'done',
      record: $.record,
      after: $.after,
      undo_until_ms: $.undoUntilMs,
      performed_ms: $.performedMs,
      problem: null,
    })
    .where('id', '=', $.id)
    .where('status', 'in', ['intended', 'queued'])
    .returning('id'),
)
/** The ledger row: written and read back. False where it was confirmed before. */
export function* confirmAction(done: {
  id: string
  record: string | null
  after: unknown
  undoUntilMs: number | null
  performedMs: number
}): Operation<boolean> {
  return (
    (yield* first(confirm({ ...done, after: done.after === null ? null : JSON.stringify(done.after) }))) !== undefined
  )
}

const mark = statement(($: { id: string; status: ActionStatus; problem: string | null }, db) =>
  db.updateTable('actions').set({ status: $.status, problem: $.problem }).where('id', '=', $.id).returning('id'),
)
/** Says how an action stands that was not done: failed, unsure, queued, or undone later. */
export function* markAction(id: string, status: ActionStatus, problem: string | null): Operation<void> {
  yield* mark({ id, status, problem })
}

const edit = statement(($: { id: string; kind: string; args: string }, db) =>
  db
    .updateTable('actions')
    .set({ kind: $.kind, args: $.args })
    .where('id', '=', $.id)
    .where('status', '=', 'proposed')
    .returning('id'),
)
/** Puts the person's arguments (and, of a change kept as a note, its kind) in the place of the proposed ones; the gate judges them next. */
export function* editAction(id: string, kind: string, args: Record<string, unknown>): Operation<void> {
  yield* edit({ id, kind, args: JSON.stringify(args) })
}

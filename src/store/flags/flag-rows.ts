import { sql } from 'kysely'
import type { Reason } from '#kernel/reasons.ts'
import type { Evidence } from '#kernel/ruling.ts'
import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../over.ts'

/** What a flag says, beside its columns. */
export interface FlagBody {
  headline: string
  what: string
  quote: string | null
  rule: string
  evidence: Evidence[]
  /** The safe thing that happens when nobody decides, as a sentence. */
  onExpiry: string
  proposed: string[]
}

export interface FlagRow {
  id: string
  task: string
  reason: Reason
  key: string
  body: FlagBody
  /** Policy id of the member who decides, and of the one who may when the first is away. */
  owner: string
  backup: string | null
  state: 'open' | 'decided' | 'expired'
  createdMs: number
  expireMs: number
  verb: string | null
  decidedBy: string | null
  decidedMs: number | null
  /** Journal row of the decision. */
  decidedIn: number | null
}

const columns = [
  'id',
  'task',
  'reason',
  'key',
  'body',
  'owner',
  'backup',
  'state',
  'created_ms',
  'expire_ms',
  'verb',
  'decided_by',
  'decided_ms',
  'decided_in',
] as const
type Row = { [K in (typeof columns)[number]]: string | number | null }

function parse(row: Row): FlagRow {
  return {
    id: String(row.id),
    task: String(row.task),
    reason: row.reason as Reason,
    key: String(row.key),
    body: JSON.parse(String(row.body)) as FlagBody,
    owner: String(row.owner),
    backup: row.backup === null ? null : String(row.backup),
    state: row.state as FlagRow['state'],
    createdMs: Number(row.created_ms),
    expireMs: Number(row.expire_ms),
    verb: row.verb === null ? null : String(row.verb),
    decidedBy: row.decided_by === null ? null : String(row.decided_by),
    decidedMs: row.decided_ms === null ? null : Number(row.decided_ms),
    decidedIn: row.decided_in === null ? null : Number(row.decided_in),
  }
}

const byId = statement(($: { id: string }, db) => db.selectFrom('flags').select(columns).where('id', '=', $.id))
/** One flag, or undefined. */
export function* flagById(id: string): Operation<FlagRow | undefined> {
  const row = yield* first(byId({ id }))
  return row && parse(row)
}

const byTask = statement(($: { task: string }, db) =>
  db
    .selectFrom('flags')
    .select(columns)
    .where('task', '=', $.task)
    // Of two of one moment the open one is newer, or the one decided last: it waited for what the other led to.
    .orderBy('created_ms', 'desc')
    .orderBy('state', 'desc')
    .orderBy('decided_in', 'desc')
    .limit(1),
)
/** The newest flag of a task, or undefined. */
export function* flagOf(task: string): Operation<FlagRow | undefined> {
  const row = yield* first(byTask({ task }))
  return row && parse(row)
}

const open = statement((_$: Record<never, never>, db) =>
  db.selectFrom('flags').select(columns).where('state', '=', sql.lit('open')).orderBy('created_ms').limit(500),
)
/** Open flags, oldest first. */
export function* openFlags(): Operation<FlagRow[]> {
  return (yield* open({})).map(parse)
}

const decided = statement(($: { sinceMs: number; limit: number }, db) =>
  db
    .selectFrom('flags')
    .select(columns)
    .where('decided_ms', '>=', $.sinceMs)
    .orderBy('decided_ms', 'desc')
    .limit($.limit),
)
/** Flags decided or expired since a moment, newest first. */
export function* decidedFlags(sinceMs: number, limit: number): Operation<FlagRow[]> {
  return (yield* decided({ sinceMs, limit })).map(parse)
}

const raised = statement(($: { fromMs: number; toMs: number; limit: number }, db) =>
  db
    .selectFrom('flags')
    .select(columns)
    .where('created_ms', '>=', $.fromMs)
    .where('created_ms', '<', $.toMs)
    .orderBy('created_ms', 'desc')
    .limit($.limit),
)
/** Flags raised in a window, newest first, however they stand now. */
export function* flagsRaised(window: { fromMs: number; toMs: number }, limit: number): Operation<FlagRow[]> {
  return (yield* raised({ ...window, limit })).map(parse)
}

const openByKey = statement(($: { key: string }, db) =>
  db.selectFrom('flags').select(columns).where('state', '=', sql.lit('open')).where('key', '=', $.key),
)
/** The open flag that covers this already, or undefined. */
export function* openFlagOfKey(key: string): Operation<FlagRow | undefined> {
  const row = yield* first(openByKey({ key }))
  return row && parse(row)
}

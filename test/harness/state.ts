import { DatabaseSync } from 'node:sqlite'

type Row = Record<string, unknown>

/** Everything that must be the same whether a desk was killed on the way or not, by table. */
export type State = Record<string, Row[]>

const QUERIES: Record<string, string> = {
  journal: 'SELECT key, lane, kind, state, visible_ms, result FROM inbound ORDER BY key',
  tasks: 'SELECT * FROM tasks ORDER BY id',
  actions: 'SELECT * FROM actions ORDER BY id',
  flags: 'SELECT * FROM flags ORDER BY id',
  outbox: 'SELECT key, channel, conversation, recipients, message, state, task, created_ms FROM outbox ORDER BY key',
  events: 'SELECT * FROM local_events ORDER BY id',
  holds: 'SELECT * FROM holds ORDER BY person, bucket',
  settings: "SELECT * FROM settings WHERE name <> 'revived' ORDER BY name",
  audit: 'SELECT what, task, at_ms, count(*) AS times FROM audit GROUP BY what, task, at_ms ORDER BY at_ms, task, what',
}

/** Columns that hold a number of the journal. */
const JOURNAL_NUMBERS = ['inbound', 'answered_by', 'decided_in']

/**
 * Reads the state of a desk that is not running. Numbers of journal rows are replaced by the rows' keys, because an event
 * that is delivered twice uses up a number.
 */
export function stateOf(database: string): State {
  return readOnly(database, (connection) => {
    const keys = new Map(
      connection
        .prepare('SELECT seq, key FROM inbound')
        .all()
        .map((row) => [Number(row.seq), String(row.key)]),
    )
    const named = (seq: unknown) => keys.get(Number(seq)) ?? seq
    const inWords = (row: Row): Row => ({
      ...row,
      ...Object.fromEntries(JOURNAL_NUMBERS.filter((one) => one in row).map((one) => [one, named(row[one])])),
      ...(typeof row.key === 'string' && {
        key: row.key.replace(/^(reply:)(\d+)$/, (_all, head, seq) => head + named(seq)),
      }),
      ...(String(row.name).startsWith('taken_over:') && { value: withKey(String(row.value), named) }),
      ...(typeof row.result === 'string' && { result: { ...JSON.parse(row.result), seq: undefined } }),
    })
    return Object.fromEntries(
      Object.entries(QUERIES).map(([name, query]) => [name, connection.prepare(query).all().map(inWords)]),
    )
  })
}

/** A value that names a row of the journal by its number. */
function withKey(value: string, named: (seq: unknown) => unknown): unknown {
  const { seq, ...rest } = JSON.parse(value) as Row
  return { ...rest, seq: named(seq) }
}

/** Opens a database for reading, and closes it whatever happens. */
export function readOnly<T>(database: string, read: (connection: DatabaseSync) => T): T {
  const connection = new DatabaseSync(database, { readOnly: true })
  try {
    return read(connection)
  } finally {
    connection.close()
  }
}

/** A rule that no row of a sound desk breaks: the query answers the rows that do. */
const BREACHES: Record<string, string> = {
  'an event was acknowledged and came to no end':
    "SELECT seq, key, state FROM inbound WHERE state = 'leased' OR (state = 'waiting' AND visible_ms <= :nowMs)",
  'an event was given up': "SELECT seq, key FROM inbound WHERE state = 'dead'",
  'a task neither ended nor waits': "SELECT id, intent, status FROM tasks WHERE status = 'open'",
  'an ended task has an action that was never done': `SELECT a.id, a.status, t.status AS task_status FROM actions a JOIN tasks t ON t.id = a.task
    WHERE a.status = 'intended' AND t.ended_ms IS NOT NULL`,
  'a calendar event has no action of its key':
    "SELECT id, key FROM local_events WHERE key IS NOT NULL AND key NOT IN (SELECT key FROM actions WHERE kind IN ('calendar.create', 'calendar.split') AND status IN ('done', 'undone', 'unsure'))",
  'an action stands as done and its event is not there': `SELECT id, record FROM actions WHERE kind = 'calendar.create' AND status = 'done'
    AND record NOT IN (SELECT id FROM local_events)`,
  'two actions share an idempotency key': 'SELECT key, count(*) FROM actions GROUP BY key HAVING count(*) > 1',
  'an action was done more than once, or without a word in the chain': `SELECT a.id, count(p.seq) AS times FROM actions a
    LEFT JOIN audit u ON u.task = a.task AND u.what = 'action.done'
    LEFT JOIN audit_payloads p ON p.seq = u.seq AND p.payload LIKE '%"id":"' || a.id || '"%'
    WHERE a.status IN ('done', 'undone') GROUP BY a.id HAVING times <> 1`,
  'a flag was decided more than once': `SELECT f.id, count(u.seq) AS times FROM flags f
    LEFT JOIN audit u ON u.task = f.task AND u.what IN ('flag.decided', 'flag.expired')
    WHERE f.state <> 'open' GROUP BY f.id HAVING times <> 1`,
  'a member sits in two meetings at once': `SELECT a.id, b.id, a.body, b.body FROM local_events a JOIN local_events b
    ON a.id < b.id AND a.start_ms < b.end_ms AND b.start_ms < a.end_ms
    WHERE json_extract(a.body, '$.organizer') = json_extract(b.body, '$.organizer')
    AND json_extract(a.body, '$.status') <> 'cancelled' AND json_extract(b.body, '$.status') <> 'cancelled'
    AND json_extract(a.body, '$.shows') = 'busy' AND json_extract(b.body, '$.shows') = 'busy'
    AND NOT EXISTS (SELECT 1 FROM actions x WHERE x.record IN (a.id, b.id) AND json_extract(x.args, '$.overlap') = 1)`,
}

/** What is wrong with a desk that is not running and whose clock stood at `nowMs`; an empty list where nothing is. */
export function breachesIn(database: string, nowMs: number): { rule: string; rows: Row[] }[] {
  return readOnly(database, (connection) =>
    Object.entries(BREACHES).flatMap(([rule, query]) => {
      const statement = connection.prepare(query)
      const rows = (query.includes(':nowMs') ? statement.all({ nowMs }) : statement.all()) as Row[]
      return rows.length > 0 ? [{ rule, rows }] : []
    }),
  )
}

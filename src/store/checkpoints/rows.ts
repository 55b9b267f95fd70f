import type { DatabaseSync } from 'node:sqlite'

/** A serialized value as the tables hold it. */
export type Blob = readonly [type: string, value: Uint8Array]

export interface CheckpointRow {
  thread: string
  ns: string
  id: string
  parent: string | null
  /** The checkpoint without its channel values. */
  body: Blob
  metadata: Blob
  /** Only the channels that changed with this checkpoint. */
  changed: readonly { channel: string; version: string; value: Blob }[]
}

export interface WriteRow {
  thread: string
  ns: string
  id: string
  task: string
  /** Place in the list of writes, negative for the special ones (which replace what was there). */
  position: number
  channel: string
  value: Blob
}

/** Every statement, prepared once. */
export function prepare(database: DatabaseSync) {
  const one = (sql: string) => database.prepare(sql)
  return {
    putCheckpoint: one('INSERT OR REPLACE INTO checkpoints VALUES (?, ?, ?, ?, ?, ?, ?, ?)'),
    putValue: one('INSERT OR REPLACE INTO channel_values VALUES (?, ?, ?, ?, ?, ?)'),
    putWrite: one('INSERT OR IGNORE INTO writes VALUES (?, ?, ?, ?, ?, ?, ?, ?)'),
    replaceWrite: one('INSERT OR REPLACE INTO writes VALUES (?, ?, ?, ?, ?, ?, ?, ?)'),
    checkpoint: one('SELECT * FROM checkpoints WHERE thread = ? AND ns = ? AND id = ?'),
    latest: one('SELECT * FROM checkpoints WHERE thread = ? AND ns = ? ORDER BY id DESC LIMIT 1'),
    list: one(`SELECT * FROM checkpoints WHERE (?1 IS NULL OR thread = ?1) AND (?2 IS NULL OR ns = ?2)
      AND (?3 IS NULL OR id = ?3) AND (?4 IS NULL OR id < ?4) ORDER BY id DESC`),
    values: one('SELECT channel, version, type, value FROM channel_values WHERE thread = ? AND ns = ?'),
    writes: one(`SELECT task, channel, type, value FROM writes WHERE thread = ? AND ns = ? AND id = ?
      ORDER BY task, position`),
    threads: one('SELECT DISTINCT thread FROM checkpoints UNION SELECT DISTINCT thread FROM writes'),
    forgetOlder: ['checkpoints', 'writes'].map((table) =>
      one(`DELETE FROM ${table} WHERE thread = ? AND ns = ? AND id < ?`),
    ),
    forgetValue: one('DELETE FROM channel_values WHERE thread = ? AND ns = ? AND channel = ? AND version <> ?'),
    forgetThread: ['checkpoints', 'channel_values', 'writes'].map((table) =>
      one(`DELETE FROM ${table} WHERE thread = ?`),
    ),
  }
}
export type Statements = ReturnType<typeof prepare>

/** Stores a checkpoint; `latestOnly` drops what a resume no longer needs. */
export function storeCheckpoint(sql: Statements, row: CheckpointRow, latestOnly: boolean): void {
  const { thread, ns } = row
  sql.putCheckpoint.run(thread, ns, row.id, row.parent, ...row.body, ...row.metadata)
  for (const { channel, version, value } of row.changed) sql.putValue.run(thread, ns, channel, version, ...value)
  if (!latestOnly) return
  for (const forget of sql.forgetOlder) forget.run(thread, ns, row.id)
  for (const { channel, version } of row.changed) sql.forgetValue.run(thread, ns, channel, version)
}

/** Stores a pending write: an ordinary one stays as it was first, a special one replaces. */
export function storeWrite(sql: Statements, row: WriteRow): void {
  const statement = row.position < 0 ? sql.replaceWrite : sql.putWrite
  statement.run(row.thread, row.ns, row.id, row.task, row.position, row.channel, ...row.value)
}

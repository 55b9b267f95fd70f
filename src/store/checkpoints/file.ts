import { rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

/** Goes up with every change of the tables; a file of another layout is thrown away, because checkpoints are disposable. */
const LAYOUT = 1

const TABLES = `
  CREATE TABLE checkpoints (
    thread TEXT NOT NULL, ns TEXT NOT NULL, id TEXT NOT NULL, parent TEXT,
    body_type TEXT NOT NULL, body BLOB NOT NULL, metadata_type TEXT NOT NULL, metadata BLOB NOT NULL,
    PRIMARY KEY (thread, ns, id)
  ) WITHOUT ROWID;
  CREATE TABLE channel_values (
    thread TEXT NOT NULL, ns TEXT NOT NULL, channel TEXT NOT NULL, version TEXT NOT NULL,
    type TEXT NOT NULL, value BLOB NOT NULL,
    PRIMARY KEY (thread, ns, channel, version)
  ) WITHOUT ROWID;
  CREATE TABLE writes (
    thread TEXT NOT NULL, ns TEXT NOT NULL, id TEXT NOT NULL, task TEXT NOT NULL, position INTEGER NOT NULL,
    channel TEXT NOT NULL, type TEXT NOT NULL, value BLOB NOT NULL,
    PRIMARY KEY (thread, ns, id, task, position)
  ) WITHOUT ROWID;
  PRAGMA user_version = ${LAYOUT};
`

/** Opens `checkpoints.db`; one that is missing, damaged or of another layout is made anew. `:memory:` keeps none. */
export function openCheckpointFile(file: string): DatabaseSync {
  try {
    return open(file)
  } catch (error) {
    if (!isDamaged(error) || file === ':memory:') throw error
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
    return open(file)
  }
}

class Damaged extends Error {}

function open(file: string): DatabaseSync {
  const database = new DatabaseSync(file)
  try {
    database.exec(
      'PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON',
    )
    const layout = Number(database.prepare('PRAGMA user_version').get()?.user_version)
    if (layout === 0) database.exec(TABLES)
    else if (layout !== LAYOUT) throw new Damaged(`layout ${layout}`)
    const check = database.prepare('PRAGMA quick_check(1)').get()?.quick_check
    if (check !== 'ok') throw new Damaged(String(check))
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** SQLITE_CORRUPT or SQLITE_NOTADB (https://www.sqlite.org/rescode.html), or what our own look at the file says. */
function isDamaged(error: unknown): boolean {
  if (error instanceof Damaged) return true
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0
  return code === 11 || code === 26
}

import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { type Home, lockHolder, readHeads } from '#app/home.ts'
import { policyFile } from '#app/policy-of.ts'
import { verifyAudit } from '#desk/watch/audit.ts'
import { DeskError } from '#kernel/errors.ts'
import { loadPolicy } from '#policy/policy.ts'
import { SqliteStore } from '#store/sqlite.ts'
import { type Finding, fail, ok, warn } from './finding.ts'

export function checkFolder(folder: string): Finding {
  if (!existsSync(folder)) return warn('home', `${folder} is not there yet; nightdesk init makes it.`)
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch {
    return fail('home', `${folder} cannot be written to; give this user write access, or set NIGHTDESK_HOME.`)
  }
  const { mode } = statSync(folder)
  return (mode & 0o077) === 0
    ? ok('home', `${folder} can be written to`)
    : warn('home', `other users of this machine may look into ${folder}; run chmod 700 on it.`)
}

/** Whose home it is just now. */
export function checkLock(home: Pick<Home, 'folder'>): Finding & { isRunning: boolean } {
  const holder = lockHolder(home)
  if (!holder) return { ...ok('lock', 'no desk is running'), isRunning: false }
  return holder.isAlive
    ? { ...ok('lock', `a desk is running (process ${holder.pid}, since ${holder.since})`), isRunning: true }
    : { ...ok('lock', `left by process ${holder.pid}, which is gone; the next start takes it over`), isRunning: false }
}

/** The whole file, page by page; the home may be in use meanwhile. */
export function checkDatabase({ database }: Pick<Home, 'database'>): Finding {
  if (!existsSync(database)) return ok('database', 'none yet')
  try {
    const connection = new DatabaseSync(database, { readOnly: true })
    const found = connection.prepare('PRAGMA integrity_check(1)').get()?.integrity_check
    connection.close()
    return found === 'ok' ? ok('database', 'every page is sound') : damaged(database, String(found))
  } catch (error) {
    return damaged(database, error instanceof Error ? error.message : String(error))
  }
}

const damaged = (database: string, problem: string): Finding =>
  fail('database', `${database} is damaged (${problem}); move it aside and restore a backup.`)

export async function checkAudit(home: Home): Promise<Finding> {
  if (!existsSync(home.database)) return ok('audit', 'nothing to verify yet')
  const sql = new SqliteStore(home.database)
  try {
    const { rows, problem } = await verifyAudit(sql, home.auditKey, readHeads(home))
    return problem
      ? fail('audit', `row ${problem.row}: ${problem.what}; keep a copy of the home and look for who changed it.`)
      : ok('audit', `${rows} rows verify`)
  } catch (error) {
    return fail('audit', `it cannot be read (${error instanceof Error ? error.message : String(error)}).`)
  } finally {
    await sql.close()
  }
}

export function checkPolicy(home: Pick<Home, 'policy'>, named: string | undefined): Finding {
  const file = policyFile(home, named)
  if (file === null)
    return warn('policy', 'there is none, so one person decides everything; nightdesk init writes one.')
  try {
    const { people } = loadPolicy(file)
    return ok('policy', `${file} can be used, ${people.length} ${people.length === 1 ? 'person' : 'people'}`)
  } catch (error) {
    if (error instanceof DeskError) return fail('policy', error.message)
    throw error
  }
}

/** When a message last came in, or null. */
export function lastMessageMs({ database }: Pick<Home, 'database'>): number | null {
  if (!existsSync(database)) return null
  try {
    const connection = new DatabaseSync(database, { readOnly: true })
    const row = connection.prepare("SELECT max(visible_ms) AS last FROM inbound WHERE kind = 'message'").get()
    connection.close()
    return typeof row?.last === 'number' ? row.last : null
  } catch {
    return null
  }
}

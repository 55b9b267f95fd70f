import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import {
  accessSync,
  appendFileSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { AuditHead } from '#desk/watch/audit.ts'
import { DeskError } from '#kernel/errors.ts'

/** The folder that holds everything of one desk. */
export interface Home {
  folder: string
  database: string
  checkpoints: string
  policy: string
  /** HMAC key of the audit chain; it never leaves this folder. */
  auditKey: KeyObject
}

const LOCK = 'lock'
const HEADS = 'audit-heads.ndjson'

/** Opens the folder, making it where it is missing. @throws DeskError HOME_UNWRITABLE */
export function openHome(folder: string): Home {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
    return {
      folder,
      database: join(folder, 'desk.db'),
      checkpoints: join(folder, 'checkpoints.db'),
      policy: join(folder, 'policy.yaml'),
      auditKey: readOrMakeKey(join(folder, 'audit.key')),
    }
  } catch (error) {
    throw new DeskError(
      'HOME_UNWRITABLE',
      { home: folder, problem: (error as NodeJS.ErrnoException).code ?? String(error) },
      { cause: error },
    )
  }
}

function readOrMakeKey(file: string): KeyObject {
  if (existsSync(file)) return createSecretKey(readFileSync(file, 'utf8').trim(), 'base64url')
  const key = randomBytes(32)
  writeFileSync(file, `${key.toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  return createSecretKey(key)
}

/**
 * Makes this the one process of the home until the returned function is called. A lock whose process is gone is taken over.
 * @throws DeskError HOME_LOCKED naming the other process
 */
export function lockHome(home: Home, nowIso: string): () => void {
  const file = join(home.folder, LOCK)
  for (let attempt = 0; ; attempt++) {
    try {
      const handle = openSync(file, 'wx', 0o600)
      writeFileSync(handle, JSON.stringify({ pid: process.pid, since: nowIso }))
      closeSync(handle)
      return () => rmSync(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const other = readLock(file)
      if (other && isAlive(other.pid))
        throw new DeskError('HOME_LOCKED', { pid: other.pid, since: other.since, home: home.folder })
      if (attempt > 3) throw error
      rmSync(file, { force: true })
    }
  }
}

/** Which process the lock names, or null where there is none; a process that is gone holds nothing. */
export function lockHolder(home: Pick<Home, 'folder'>): { pid: number; since: string; isAlive: boolean } | null {
  const lock = readLock(join(home.folder, LOCK))
  return lock && { ...lock, isAlive: isAlive(lock.pid) }
}

function readLock(file: string): { pid: number; since: string } | null {
  try {
    const lock = JSON.parse(readFileSync(file, 'utf8')) as { pid?: unknown; since?: unknown }
    return typeof lock.pid === 'number' ? { pid: lock.pid, since: String(lock.since) } : null
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Writes the chain's head down outside the database. */
export function writeHead(home: Home, head: AuditHead, atIso: string): void {
  appendFileSync(join(home.folder, HEADS), `${JSON.stringify({ ...head, at: atIso })}\n`, { mode: 0o600 })
}

/** The heads written down so far. */
export function readHeads(home: Home): AuditHead[] {
  const file = join(home.folder, HEADS)
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as AuditHead)
}

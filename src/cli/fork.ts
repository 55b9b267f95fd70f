import { accessSync, constants, copyFileSync, existsSync, mkdtempSync, rmSync, statfsSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Home } from '#app/home.ts'
import { openStores } from '#app/stores.ts'
import { type Change, changesBetween, type Records, recordsOf } from './changes.ts'
import { type LineResult, Runner, type RunOptions } from './run.ts'
import type { RunLine } from './run-line.ts'

/**
 * `run --fork`: every line against an untouched copy of the home as it was at the start. The copy is a file copy with a
 * fresh desk composed over it, so nothing of one line can reach another.
 */
export class Forks {
  readonly #folder: string
  readonly #base: Home
  readonly #before: Records
  readonly #options: RunOptions

  private constructor(folder: string, base: Home, before: Records, options: RunOptions) {
    this.#folder = folder
    this.#base = base
    this.#before = before
    this.#options = options
    process.once('exit', this.close)
  }

  /** Takes the copy; the home may be in use meanwhile. @throws DeskError DATABASE_CORRUPT, DATABASE_NEWER */
  static async open(home: Home, options: RunOptions): Promise<Forks> {
    const folder = mkdtempSync(join(scratchFolder(home.database), 'nightdesk-fork-'))
    const base = { ...home, database: join(folder, 'base.db'), checkpoints: ':memory:' }
    if (existsSync(home.database)) copyDatabase(home.database, base.database)
    const stores = await openStores(base, () => options.policy)
    const before = await recordsOf(stores)
    await stores.sql.close()
    return new Forks(folder, base, before, options)
  }

  /** Runs one line on a copy of its own. @throws DeskError whatever the line itself throws */
  line(line: RunLine, number: number): Promise<LineResult & { changes: Change[] }> {
    return this.with(async (runner) => {
      const written = watchRecords(runner.composition.sql.connection)
      const result = await runner.line(line, number)
      return { ...result, changes: written() ? changesBetween(this.#before, await recordsOf(runner.composition)) : [] }
    })
  }

  /** A desk over a fresh copy, for as long as the work takes. */
  async with<T>(work: (runner: Runner) => Promise<T>): Promise<T> {
    const runner = await Runner.open(
      { ...this.#base, database: this.#freshCopy() },
      { ...this.#options, rehearsal: true },
    )
    try {
      return await work(runner)
    } finally {
      await runner.close()
    }
  }

  /** Throws the copies away; a process that ends by itself does so in any case. */
  close = (): void => {
    process.off('exit', this.close)
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #freshCopy(): string {
    const database = join(this.#folder, 'line.db')
    for (const suffix of ['-wal', '-shm']) rmSync(database + suffix, { force: true })
    copyFileSync(this.#base.database, database, constants.COPYFILE_FICLONE)
    return database
  }
}

/** The folder of Linux and its kin that lives in memory. */
const MEMORY = '/dev/shm'
/** Base, copy and their logs, and some room for everybody else. */
const ROOM_FACTOR = 8

/**
 * Copies that are thrown away need not wait for a disk, which is most of what a line costs: they stand in memory where there
 * is room. Whoever sets TMPDIR has chosen.
 */
function scratchFolder(database: string): string {
  try {
    if (process.env.TMPDIR) return tmpdir()
    const { bavail, bsize } = statfsSync(MEMORY)
    const bytes = existsSync(database) ? statSync(database).size : 0
    accessSync(MEMORY, constants.W_OK)
    return bavail * bsize > ROOM_FACTOR * bytes ? MEMORY : tmpdir()
  } catch {
    return tmpdir()
  }
}

/** A consistent copy, even of a home whose desk is running. (A connection that only reads would leave its files behind.) */
function copyDatabase(from: string, to: string): void {
  const source = new DatabaseSync(from)
  source.prepare('VACUUM INTO ?').run(to)
  source.close()
}

/** Tables of the desk itself, which hold no records. One that is missing here costs time and no truth. */
const BOOKKEEPING: ReadonlySet<unknown> = new Set([
  'inbound',
  'tasks',
  'actions',
  'flags',
  'outbox',
  'holds',
  'audit',
  'audit_payloads',
  'tokens',
  'settings',
  'model_calls',
  'model_days',
  'sqlite_sequence',
])

/** Whether anything but bookkeeping was written since now: reading every record again takes far longer. */
function watchRecords(connection: DatabaseSync): () => boolean {
  const tables = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
  const sessions = tables
    .filter(({ name }) => !BOOKKEEPING.has(name))
    .map(({ name }) => connection.createSession({ table: String(name) }))
  return () => sessions.some((session) => session.changeset().length > 0)
}

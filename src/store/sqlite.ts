import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { DeskError } from '#kernel/errors.ts'
import type { Operation, Query, Rows, Sql } from '#ports/sql.ts'
import { namedError } from './sqlite-error.ts'

interface Waiting {
  answer(): void
  reject(error: unknown): void
}

/** How long lazy work may stay uncommitted while nothing durable follows it. */
const LAZY_COMMIT_MS = 10

/** A disk that flushes faster than this, on average, is waited for in place. */
const QUICK_MS = 1

/**
 * The embedded truth: one connection, one transaction at a time, one order. An operation runs at once, in a savepoint of its
 * own; whatever ran in one turn of the event loop shares a commit, and whatever was committed while the disk was busy shares
 * the next flush of the log. A durable operation answers after that flush, a lazy one at once. Because there is one order,
 * a flush makes everything before it durable too: nothing that leaves the process rests on something that could be lost.
 *
 * The log is flushed by this class (`synchronous = NORMAL` leaves that to its caller), because on a slow disk that flush
 * need not stop the event loop as SQLite's own does.
 *
 * Where a commit fails (a full disk), work that was answered already is gone. The store then refuses all writes until
 * `revive`: its user drops what it has in hand and starts over from the disk, as after a crash.
 */
export class SqliteStore implements Sql {
  readonly dialect = 'sqlite'
  /** The bare connection, for migrations and copies. Nothing else may write through it. */
  readonly connection: DatabaseSync
  /** Flushes of the log, for the bench. */
  flushes = 0
  readonly #file: string
  readonly #statements = new Map<string, StatementSync>()
  #log: number | null = null
  #open = false
  #waiting: Waiting[] = []
  #committed: Waiting[] = []
  #flushing = false
  /** Moving average of the time a flush takes. */
  #flushMs = 0
  #soon: NodeJS.Immediate | null = null
  #later: NodeJS.Timeout | null = null
  #lost: DeskError | null = null

  constructor(file: string) {
    this.#file = file
    try {
      this.connection = new DatabaseSync(file)
      // `secure_delete`: what is erased must not be left in the unused parts of the file.
      this.connection.exec(
        'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000; PRAGMA secure_delete = ON;',
      )
    } catch (error) {
      throw namedError(error, this.#file)
    }
  }

  write<T>(operation: () => Operation<T>, options: { lazy?: boolean } = {}): Promise<T> {
    if (this.#lost) return Promise.reject(this.#lost)
    let value: T
    try {
      value = this.#runInSavepoint(operation)
    } catch (error) {
      return Promise.reject(namedError(error, this.#file))
    }
    if (options.lazy) {
      this.#later ??= setTimeout(() => this.#commit(), LAZY_COMMIT_MS)
      return Promise.resolve(value)
    }
    this.#soon ??= setImmediate(() => this.#commit())
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ answer: () => resolve(value), reject })
    })
  }

  async read<T>(operation: () => Operation<T>): Promise<T> {
    try {
      return this.#run(operation)
    } catch (error) {
      throw namedError(error, this.#file)
    }
  }

  /** Takes writes again after a commit was lost. Call it when nothing is in hand any more. @throws DeskError DISK_FULL still */
  revive(): void {
    if (!this.#lost) return
    try {
      this.connection.exec(
        "BEGIN IMMEDIATE; INSERT INTO settings (name, value) VALUES ('revived', '') ON CONFLICT (name) DO NOTHING; COMMIT",
      )
    } catch (error) {
      if (this.connection.isTransaction) this.connection.exec('ROLLBACK')
      throw namedError(error, this.#file)
    }
    this.#lost = null
  }

  /** Commits what is open and closes. Operations that still wait for the disk are answered first. */
  async close(): Promise<void> {
    this.#commit()
    while (this.#flushing) await new Promise((resolve) => setImmediate(resolve))
    this.connection.close()
    if (this.#log !== null) closeSync(this.#log)
  }

  #runInSavepoint<T>(operation: () => Operation<T>): T {
    if (!this.#open) {
      this.connection.exec('BEGIN IMMEDIATE')
      this.#open = true
    }
    this.connection.exec('SAVEPOINT operation')
    try {
      const value = this.#run(operation)
      this.connection.exec('RELEASE operation')
      return value
    } catch (error) {
      // A full disk ends the whole transaction by itself, and with it what others were answered already.
      if (this.connection.isTransaction) this.connection.exec('ROLLBACK TO operation; RELEASE operation')
      else this.#lose(error)
      throw error
    }
  }

  #commit(): void {
    if (this.#soon) clearImmediate(this.#soon)
    if (this.#later) clearTimeout(this.#later)
    this.#soon = null
    this.#later = null
    if (!this.#open) return
    try {
      this.connection.exec('COMMIT')
      this.#open = false
    } catch (error) {
      this.#lose(error)
      return
    }
    this.#committed.push(...this.#waiting.splice(0))
    this.#flush()
  }

  /** Makes the log durable; commits that come meanwhile share the next flush. */
  #flush(): void {
    if (this.#flushing || this.#committed.length === 0) return
    const covered = this.#committed.splice(0)
    if (this.#file === ':memory:') {
      for (const one of covered) one.answer()
      return
    }
    this.#log ??= openSync(`${this.#file}-wal`, 'r+')
    this.flushes++
    if (this.#flushMs < QUICK_MS) this.#flushHere(this.#log, covered)
    else this.#flushAside(this.#log, covered)
  }

  /** A quick disk is waited for in place: a hop to another thread and back costs more than its flush. */
  #flushHere(log: number, covered: readonly Waiting[]): void {
    const startedMs = performance.now()
    try {
      fdatasyncSync(log)
    } catch (error) {
      this.#flushed(covered, error, startedMs)
      return
    }
    this.#flushed(covered, null, startedMs)
  }

  #flushAside(log: number, covered: readonly Waiting[]): void {
    const startedMs = performance.now()
    this.#flushing = true
    fdatasync(log, (error) => {
      this.#flushing = false
      this.#flushed(covered, error, startedMs)
      this.#flush()
    })
  }

  #flushed(covered: readonly Waiting[], error: unknown, startedMs: number): void {
    this.#flushMs = 0.8 * this.#flushMs + 0.2 * (performance.now() - startedMs)
    if (error) this.#lose(error)
    for (const one of covered) error ? one.reject(namedError(error, this.#file)) : one.answer()
  }

  #lose(error: unknown): void {
    if (this.connection.isTransaction) this.connection.exec('ROLLBACK')
    this.#open = false
    const named = namedError(error, this.#file)
    this.#lost = named instanceof DeskError ? named : new DeskError('DISK_FULL', { home: this.#file }, { cause: error })
    for (const one of this.#waiting.splice(0)) one.reject(this.#lost)
  }

  #run<T>(operation: () => Operation<T>): T {
    const steps = operation()
    let step = steps.next([])
    while (!step.done) {
      let rows: Rows
      try {
        rows = this.#rows(step.value)
      } catch (error) {
        step = steps.throw(error)
        continue
      }
      step = steps.next(rows)
    }
    return step.value
  }

  #rows(query: Query): Rows {
    const text = query.textFor('sqlite')
    let statement = this.#statements.get(text)
    if (!statement) {
      statement = this.connection.prepare(text)
      this.#statements.set(text, statement)
    }
    return statement.all(...(query.valuesFor('sqlite') as string[])) as Rows
  }
}

/** Opens (or makes) the database file. @throws DeskError DATABASE_CORRUPT */
export const openSqlite = (file: string): SqliteStore => new SqliteStore(file)

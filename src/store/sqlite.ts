import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { DeskError } from '#kernel/errors.ts'
import type { Operation, Query, Rows, Sql } from '#ports/sql.ts'

interface Waiting {
  operation: () => Operation<unknown>
  lazy: boolean
  resolve(value: unknown): void
  reject(error: unknown): void
}

/** SQLite result codes that a person can do something about (sqlite.org/rescode.html); the low byte is the class. */
const FULL = 13
const CORRUPT = 11
const NOT_A_DATABASE = 26

/**
 * The embedded truth: one connection and one writer queue. Operations that arrive in the same turn of the event loop share
 * one commit, each in a savepoint of its own; their promises are answered after it, so a waiting caller knows its work is
 * on the disk. A batch in which every operation is lazy is committed without waiting for the disk.
 */
export class SqliteStore implements Sql {
  readonly dialect = 'sqlite'
  /** The bare connection, for migrations and copies. Nothing else may write through it. */
  readonly connection: DatabaseSync
  /** Commits that waited for the disk, for the bench. */
  durableCommits = 0
  readonly #file: string
  readonly #statements = new Map<string, StatementSync>()
  #queue: Waiting[] = []
  #scheduled = false
  #synchronous = ''

  constructor(file: string) {
    this.#file = file
    try {
      this.connection = new DatabaseSync(file)
      this.connection.exec('PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000;')
    } catch (error) {
      throw this.#named(error)
    }
  }

  write<T>(operation: () => Operation<T>, options: { lazy?: boolean } = {}): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({ operation, lazy: options.lazy === true, resolve: resolve as (value: unknown) => void, reject })
      if (this.#scheduled) return
      this.#scheduled = true
      setImmediate(() => this.#flush())
    })
  }

  async read<T>(operation: () => Operation<T>): Promise<T> {
    try {
      return this.#run(operation)
    } catch (error) {
      throw this.#named(error)
    }
  }

  /** Commits what is queued and closes; later writes are refused by the closed connection. */
  close(): void {
    if (this.#queue.length > 0) this.#flush()
    this.connection.close()
  }

  #flush(): void {
    this.#scheduled = false
    const batch = this.#queue
    this.#queue = []
    const durable = batch.some((one) => !one.lazy)
    const answers: (() => void)[] = []
    try {
      this.#setSynchronous(durable ? 'FULL' : 'NORMAL')
      this.connection.exec('BEGIN IMMEDIATE')
      for (const one of batch) answers.push(this.#runInSavepoint(one))
      this.connection.exec('COMMIT')
      if (durable) this.durableCommits++
    } catch (error) {
      if (this.connection.isTransaction) this.connection.exec('ROLLBACK')
      for (const one of batch) one.reject(this.#named(error))
      return
    }
    for (const answer of answers) answer()
  }

  #runInSavepoint(one: Waiting): () => void {
    this.connection.exec('SAVEPOINT operation')
    try {
      const value = this.#run(one.operation)
      this.connection.exec('RELEASE operation')
      return () => one.resolve(value)
    } catch (error) {
      // A full disk ends the whole transaction by itself; then there is no savepoint to go back to.
      if (!this.connection.isTransaction) throw error
      this.connection.exec('ROLLBACK TO operation; RELEASE operation')
      return () => one.reject(this.#named(error))
    }
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

  #setSynchronous(mode: string): void {
    if (this.#synchronous === mode) return
    this.connection.exec(`PRAGMA synchronous = ${mode}`)
    this.#synchronous = mode
  }

  #named(error: unknown): unknown {
    const code = (error as { errcode?: number }).errcode
    if (code === undefined) return error
    const problem = (error as Error).message
    if ((code & 0xff) === FULL) return new DeskError('DISK_FULL', { home: this.#file }, { cause: error })
    if ((code & 0xff) === CORRUPT || (code & 0xff) === NOT_A_DATABASE) {
      return new DeskError('DATABASE_CORRUPT', { file: this.#file, problem }, { cause: error })
    }
    return error
  }
}

/** Opens (or makes) the database file. @throws DeskError DATABASE_CORRUPT */
export const openSqlite = (file: string): SqliteStore => new SqliteStore(file)

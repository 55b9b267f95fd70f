import type { DatabaseSync } from 'node:sqlite'
import { DeskError } from '#kernel/errors.ts'
import { type CheckpointRow, type Statements, storeCheckpoint, storeWrite, type WriteRow } from './rows.ts'

type Change = { checkpoint: CheckpointRow } | { writes: readonly WriteRow[] }

/**
 * Checkpoints not yet on the disk. Most tasks end at once and are deleted before they ever reach it, which then costs a
 * map entry; what stays longer than `delayMs` is stored, so that memory holds only the last moments.
 */
export class WriteBuffer {
  readonly #database: DatabaseSync
  readonly #sql: Statements
  readonly #latestOnly: boolean
  readonly #delayMs: number
  readonly #file: string
  readonly #changes = new Map<string, Change[]>()
  /** Threads with rows in the file. One process owns it, so this is the whole truth and saves asking. */
  readonly #stored: Set<string>
  #timer: NodeJS.Timeout | null = null

  constructor(
    database: DatabaseSync,
    sql: Statements,
    options: { file: string; latestOnly: boolean; delayMs: number },
  ) {
    this.#database = database
    this.#sql = sql
    this.#latestOnly = options.latestOnly
    this.#delayMs = options.delayMs
    this.#file = options.file
    this.#stored = new Set(sql.threads.all().map((row) => String(row.thread)))
  }

  /** Whether anything is known of the thread. */
  knows(thread: string): boolean {
    return this.#changes.has(thread) || this.#stored.has(thread)
  }

  /**
   * Keeps a change in memory for now; one of a thread that has rows on the disk goes there at once, because LangGraph may
   * hand over the writes of a pause before the checkpoint that they belong to.
   */
  add(thread: string, change: Change): void {
    const before = this.#changes.get(thread)
    if (before) before.push(change)
    else this.#changes.set(thread, [change])
    if (this.#stored.has(thread)) this.flush(thread)
    else this.#timer ??= setTimeout(() => this.#flushLater(), this.#delayMs).unref()
  }

  /** Puts one thread, or all, on the disk; what could not be stored stays in memory. @throws DeskError DISK_FULL */
  flush(thread?: string): void {
    const threads = thread === undefined ? [...this.#changes.keys()] : [thread].filter((one) => this.#changes.has(one))
    if (threads.length === 0) return
    this.#inTransaction(() => {
      for (const one of threads) for (const change of this.#changes.get(one) ?? []) this.#store(change)
    })
    for (const one of threads) {
      this.#changes.delete(one)
      this.#stored.add(one)
    }
  }

  /** Forgets a thread; free of charge where it never reached the disk. */
  drop(thread: string): void {
    this.#changes.delete(thread)
    if (!this.#stored.has(thread)) return
    this.#inTransaction(() => {
      for (const forget of this.#sql.forgetThread) forget.run(thread)
    })
    this.#stored.delete(thread)
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  #flushLater(): void {
    this.#timer = null
    try {
      this.flush()
    } catch {
      // A full disk is reported by whoever must have the bytes there; these may as well be lost, so they only try again.
      this.#timer = setTimeout(() => this.#flushLater(), this.#delayMs * 10).unref()
    }
  }

  #store(change: Change): void {
    if ('checkpoint' in change) storeCheckpoint(this.#sql, change.checkpoint, this.#latestOnly)
    else for (const row of change.writes) storeWrite(this.#sql, row)
  }

  #inTransaction(work: () => void): void {
    this.#database.exec('BEGIN IMMEDIATE')
    try {
      work()
      this.#database.exec('COMMIT')
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK')
      throw isFull(error) ? new DeskError('DISK_FULL', { home: this.#file }, { cause: error }) : error
    }
  }
}

/** SQLITE_FULL (sqlite.org/rescode.html). */
const isFull = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 13

import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Home } from '#app/home.ts'
import { canonical } from '#kernel/ids.ts'
import { type LineResult, Runner, type RunOptions } from './run.ts'
import type { RunLine } from './run-line.ts'

/** One record that a line changed, in the shape of `export --json`. */
export interface Change {
  store: string
  record: string
  op: 'added' | 'changed' | 'removed'
  before: unknown
  after: unknown
}

type Records = Map<string, Map<string, unknown>>

/**
 * `run --fork`: every line against an untouched copy of the home as it was at the start. The copy is a file copy with a
 * fresh desk composed over it, so nothing of one line can reach another.
 */
export class Forks {
  readonly #folder: string
  readonly #options: RunOptions
  readonly #base: Records
  readonly #home: Home

  private constructor(folder: string, home: Home, base: Records, options: RunOptions) {
    this.#folder = folder
    this.#home = home
    this.#base = base
    this.#options = options
  }

  static async open(home: Home, options: RunOptions): Promise<Forks> {
    const folder = mkdtempSync(join(tmpdir(), 'nightdesk-fork-'))
    const snapshot = join(folder, 'base.db')
    if (existsSync(home.database)) copyDatabase(home.database, snapshot)
    const first = await Runner.open({ ...home, database: snapshot, checkpoints: ':memory:' }, options)
    const base = await recordsOf(first)
    await first.close()
    return new Forks(folder, { ...home, database: snapshot }, base, options)
  }

  async line(line: RunLine, number: number): Promise<LineResult & { changes: Change[] }> {
    const database = join(this.#folder, 'line.db')
    for (const suffix of ['', '-wal', '-shm']) rmSync(database + suffix, { force: true })
    copyFileSync(this.#home.database, database)
    const runner = await Runner.open({ ...this.#home, database, checkpoints: ':memory:' }, this.#options)
    try {
      const result = await runner.line(line, number)
      return { ...result, changes: this.#options.dry ? [] : changesBetween(this.#base, await recordsOf(runner)) }
    } finally {
      await runner.close()
    }
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

/** A consistent copy, even of a home whose desk is running. */
function copyDatabase(from: string, to: string): void {
  const source = new DatabaseSync(from, { readOnly: true })
  source.prepare('VACUUM INTO ?').run(to)
  source.close()
}

async function recordsOf(runner: Runner): Promise<Records> {
  const stores: Records = new Map()
  for (const [store, records] of Object.entries(await runner.composition.local.records())) {
    stores.set(store, new Map(records.map((record) => [record.id, record])))
  }
  return stores
}

function changesBetween(before: Records, after: Records): Change[] {
  const changes: Change[] = []
  for (const store of [...after.keys()].sort()) {
    const [was, is] = [before.get(store) ?? new Map<string, unknown>(), after.get(store) ?? new Map<string, unknown>()]
    for (const record of [...new Set([...was.keys(), ...is.keys()])].sort()) {
      const [left, right] = [was.get(record) ?? null, is.get(record) ?? null]
      if (canonical(left) === canonical(right)) continue
      changes.push({
        store,
        record,
        op: left === null ? 'added' : right === null ? 'removed' : 'changed',
        before: left,
        after: right,
      })
    }
  }
  return changes
}

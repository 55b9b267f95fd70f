import { DeskError } from '#kernel/errors.ts'
import type { ConsoleParts, ImportedKind, ImportOutcome } from './parts.ts'

/** A file that a member brought, and how far it has come. */
export interface BroughtFile {
  kind: ImportedKind
  file: string
  text: string
  state:
    | { is: 'checked'; report: ImportOutcome }
    | { is: 'refused'; problem: string }
    | { is: 'running'; done: number; total: number }
    | { is: 'done'; report: ImportOutcome }
}

/** Of a running import, pages hear at most so often, in rows. */
const TOLD_EVERY = 5000

/** The files that members brought to be imported: one each, kept until it is taken in or another takes its place. */
export class Imports {
  readonly #parts: Pick<ConsoleParts, 'importRecords' | 'hub'>
  readonly #files = new Map<string, BroughtFile>()

  constructor(parts: Pick<ConsoleParts, 'importRecords' | 'hub'>) {
    this.#parts = parts
  }

  of(member: string): BroughtFile | null {
    return this.#files.get(member) ?? null
  }

  drop(member: string): void {
    if (this.of(member)?.state.is !== 'running') this.#files.delete(member)
  }

  /** Tries a file without writing anything; what is wrong with it, or with reading it, becomes its state. */
  async check(member: string, kind: ImportedKind, file: string, reading: Promise<string>): Promise<void> {
    if (this.of(member)?.state.is === 'running') throw new DeskError('NOT_ALLOWED', { why: 'an import is running' })
    this.#files.set(
      member,
      await this.#tried(kind, file, reading).catch((error) => ({ kind, file, text: '', state: refused(error) })),
    )
  }

  async #tried(kind: ImportedKind, file: string, reading: Promise<string>): Promise<BroughtFile> {
    const text = await reading
    const report = await this.#parts.importRecords(kind, { file, text, dryRun: true })
    return { kind, file, text, state: { is: 'checked', report } }
  }

  /** Begins to take in the file that was checked; it goes on by itself and tells the pages how far it is. */
  begin(member: string): void {
    const brought = this.of(member)
    if (brought?.state.is !== 'checked') return
    const { kind, file, text } = brought
    let told = 0
    const is = (state: BroughtFile['state']) => {
      Object.assign(brought, { state, ...(state.is !== 'running' && { text: '' }) })
      this.#parts.hub.tell({ topic: 'actions', id: 'import' })
    }
    is({ is: 'running', done: 0, total: 0 })
    const onProgress = ({ done, total }: { done: number; total: number }) => {
      if (done - told < TOLD_EVERY) return
      told = done
      is({ is: 'running', done, total })
    }
    this.#parts
      .importRecords(kind, { file, text, dryRun: false, onProgress })
      .then((report) => ({ is: 'done', report }) as const, refused)
      .then(is)
  }
}

const refused = (error: unknown): BroughtFile['state'] => ({
  is: 'refused',
  problem: error instanceof DeskError ? error.message : 'It could not be taken in.',
})

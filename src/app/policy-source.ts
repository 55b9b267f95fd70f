import { existsSync } from 'node:fs'
import { DeskError } from '#kernel/errors.ts'
import { defaultPolicy, loadPolicy, type Policy, type PolicyWatcher, watchPolicy } from '#policy/policy.ts'
import type { Log } from '#ports/log.ts'

/** The policy in force, read again whenever its file is saved. A bad new file never replaces a good one. */
export class PolicySource {
  readonly file: string
  readonly #zone: string
  readonly #log: Log
  readonly #changed: () => void
  readonly #watcher: PolicyWatcher
  #current: Policy
  /** Why the file as it lies there now is not in force, or null. */
  problem: string | null = null

  /** @throws DeskError POLICY_INVALID, POLICY_UNREADABLE where the file is bad at start: there is no good one to keep */
  constructor(options: { file: string; zone: string; log: Log; changed: () => void }) {
    this.file = options.file
    this.#zone = options.zone
    this.#log = options.log
    this.#changed = options.changed
    this.#current = this.#read()
    this.#watcher = watchPolicy(this.file, {
      onGood: (policy) => this.#take(policy),
      // Taking the file away is no mistake: the defaults are in force again.
      onBad: (error) => (existsSync(this.file) ? this.#refuse(error) : this.reload()),
    })
  }

  readonly current = (): Policy => this.#current

  /** Reads the file now, without waiting for the watcher. */
  reload(): void {
    try {
      this.#take(this.#read())
    } catch (error) {
      if (!(error instanceof DeskError)) throw error
      this.#refuse(error)
    }
  }

  stop(): void {
    this.#watcher.stop()
  }

  #read(): Policy {
    return existsSync(this.file) ? loadPolicy(this.file) : defaultPolicy({ zone: this.#zone })
  }

  #take(policy: Policy): void {
    this.problem = null
    if (policy.source.version === this.#current.source.version) return
    this.#current = policy
    this.#log.info({ version: policy.source.version }, 'a new policy is in force')
    this.#changed()
  }

  #refuse(error: DeskError): void {
    this.problem = error.message
    process.stderr.write(`The saved policy is not used; the one before stays in force. ${error.message}\n`)
    this.#changed()
  }
}

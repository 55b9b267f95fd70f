import { createHash } from 'node:crypto'
import { HOUR_MS } from '#kernel/units.ts'
import type { Prompt } from './prompt.ts'

const MOST_ANSWERS = 500
/** Longer answers are not kept. */
const MOST_CHARACTERS = 8_000
const KEPT_MS = HOUR_MS

/**
 * Answers to identical questions, in memory: the same model, instruction, schema, facts and text, to the last sign. So nobody is
 * answered with what somebody else wrote, unless they wrote the very same.
 */
export class Answers {
  readonly #kept = new Map<string, { said: string; atMs: number }>()

  static keyOf(model: string, { system, user, name, schema }: Prompt): string {
    return createHash('sha256')
      .update(JSON.stringify([model, name, schema, system, user]))
      .digest('base64')
  }

  get(key: string, nowMs: number): unknown {
    const known = this.#kept.get(key)
    if (!known || nowMs - known.atMs > KEPT_MS) return undefined
    this.#kept.delete(key)
    this.#kept.set(key, known)
    return JSON.parse(known.said)
  }

  keep(key: string, value: unknown, nowMs: number): void {
    const said = JSON.stringify(value)
    if (said.length > MOST_CHARACTERS) return
    this.#kept.set(key, { said, atMs: nowMs })
    const oldest = this.#kept.size > MOST_ANSWERS ? this.#kept.keys().next().value : undefined
    if (oldest !== undefined) this.#kept.delete(oldest)
  }
}

import type { Context } from 'hono'
import { DeskError } from '#kernel/errors.ts'
import { HOUR_MS, MINUTE_MS } from '#kernel/units.ts'
import { Counts } from '../doors/counts.ts'
import type { FormsWeb, NamedForm } from './parts.ts'
import type { Words } from './words.ts'

/** Posts that are read for each one that may be taken: people mend what they wrote, and press twice. */
const TRIES = 5
/** Pages and tickets cost little. */
const LOOKS = { each: 120, all: 3_000 }
const WRONG_SIGNATURES = { windowMs: MINUTE_MS, each: 60, all: 600 }

/** What is counted: looking, sending, being taken, and signing wrongly. */
export type Kind = 'look' | 'try' | 'take' | 'signed' | 'misSigned'

/** Counts what comes to forms, by form and address. */
export class FormLimits {
  readonly #counts = new Counts()
  readonly #parts: FormsWeb

  constructor(parts: FormsWeb) {
    this.#parts = parts
  }

  /** @throws DeskError FORM_TOO_OFTEN, with the seconds to wait in `retryAfterS` */
  pass(c: Context, { name, form }: NamedForm, kind: Kind, words: () => Words): void {
    const { desk, addressOf, tally } = this.#parts
    const { perHour, perHourAll } = form
    const limit = {
      look: { windowMs: MINUTE_MS, each: Math.max(LOOKS.each, perHour), all: Math.max(LOOKS.all, perHourAll) },
      try: { windowMs: HOUR_MS, each: TRIES * perHour, all: TRIES * perHourAll },
      take: { windowMs: HOUR_MS, each: perHour, all: perHourAll },
      // A server that signs sends for many people.
      signed: { windowMs: HOUR_MS, each: perHourAll, all: perHourAll },
      misSigned: WRONG_SIGNATURES,
    }[kind]
    const waitMs = this.#counts.waitMs(`${name}:${kind}`, limit, addressOf(c), desk.context.clock.nowMs())
    if (waitMs === 0) return
    tally.add(name, 'often')
    throw new DeskError('FORM_TOO_OFTEN', {
      problem: words().tooOften(Math.ceil(waitMs / MINUTE_MS)),
      retryAfterS: Math.ceil(waitMs / 1000),
    })
  }
}

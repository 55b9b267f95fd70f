import type { Cue } from '#kernel/cue.ts'
import { FRENCH } from './cues/abroad/french.ts'
import { GERMAN } from './cues/abroad/german.ts'
import { SPANISH } from './cues/abroad/spanish.ts'
import { AMEND } from './cues/amend.ts'
import { BOOK } from './cues/book.ts'
import { CANCEL } from './cues/cancel.ts'
import { MOVE } from './cues/move.ts'
import { OUTCOME } from './cues/outcome.ts'
import { QUERY } from './cues/query.ts'
import { REMIND } from './cues/remind.ts'
import { RSVP } from './cues/rsvp.ts'

/**
 * The intents of scheduling: book, query, move, cancel, remind, outcome, rsvp, amend; and what clients who write Spanish, French or
 * German need.
 */
export const CUES: readonly Cue[] = [
  ...BOOK,
  ...QUERY,
  ...MOVE,
  ...CANCEL,
  REMIND,
  OUTCOME,
  RSVP,
  AMEND,
  ...SPANISH,
  ...FRENCH,
  ...GERMAN,
]

import type { Cue } from '#kernel/cue.ts'
import { ABROAD } from './cues/abroad.ts'
import { BOOK } from './cues/book.ts'
import { CANCEL } from './cues/cancel.ts'
import { MOVE } from './cues/move.ts'
import { QUERY } from './cues/query.ts'
import { REMIND } from './cues/remind.ts'

/** The intents of scheduling: book, query, move, cancel, remind. */
export const CUES: readonly Cue[] = [...BOOK, ...QUERY, ...MOVE, ...CANCEL, REMIND, ...ABROAD]

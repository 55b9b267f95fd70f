import type { Cue } from '#kernel/cue.ts'
import { MEMBER_CUES } from './cues/members.ts'

/** What outsiders write needs no cue: what nobody else claims of it is caught. */
export const CUES: readonly Cue[] = MEMBER_CUES

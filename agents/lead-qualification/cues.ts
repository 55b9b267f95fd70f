import type { Cue } from '#kernel/cue.ts'
import { MEMBER_CUES } from './cues/members.ts'
import { STRANGER_CUES } from './cues/strangers.ts'

/** What members say of leads, and the little of what strangers write that somebody else would claim. */
export const CUES: readonly Cue[] = [...MEMBER_CUES, ...STRANGER_CUES]

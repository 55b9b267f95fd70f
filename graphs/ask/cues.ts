import type { Cue } from '#kernel/cue.ts'
import { QUESTION } from './words.ts'

/** Questions about what happened are members' alone. */
export const CUES: readonly Cue[] = [
  {
    intent: 'happened',
    slash: 'ask',
    verbs: [],
    objects: [],
    refusals: [],
    examples: ['what did you do tonight?', 'what happened with Acme this week?', 'how did it go while I was away?'],
    shapes: [QUESTION],
    audience: ['member'],
  },
]

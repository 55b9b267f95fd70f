import type { Cue } from '#kernel/cue.ts'
import { words } from './words.ts'

/** Something is written down about somebody. */
export const NOTE: readonly Cue[] = [
  {
    intent: 'note',
    slash: 'note',
    audience: ['member'],
    verbs: words(`
      add note, add a note, add the note, leave a note, make a note, put a note, write a note, note to, note on, note for, note about, note that, log that, log a call,
      log call, log the call, log a note, record that, jot down, add a comment`),
    objects: [],
    refusals: words(
      'calendar, meeting, shopping list, grocery list, to my notes, this file, song, music, checkup, location, i will be, note please, travelling, traveling',
    ),
    examples: [
      'add note to jo: kids, ski trip feb, likes short mails',
      'note on acme: wants a discount for two years',
      'log a call with jo: asked about onboarding',
      'note that globex needs a security review',
    ],
  },
]

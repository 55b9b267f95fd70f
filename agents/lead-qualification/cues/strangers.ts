import type { Cue } from '#kernel/cue.ts'

/**
 * What strangers write needs no cue: what nobody else claims of it is caught. These are words for a price that hold a time, which
 * would be taken for a meeting.
 */
export const STRANGER_CUES: readonly Cue[] = [
  {
    intent: 'inbound',
    slash: null,
    audience: ['stranger'],
    verbs: [
      'get a quote',
      'get an estimate',
      'get a price',
      'have a quote',
      'need a quote',
      'want a quote',
      'send me a quote',
      'give me a quote',
      'quote for',
      'estimate for',
    ],
    objects: [],
    refusals: [],
    examples: ['can I get a quote for a website by Friday?', 'I need a quote by next week'],
  },
]

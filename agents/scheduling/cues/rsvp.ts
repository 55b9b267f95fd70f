import type { Cue } from '#kernel/cue.ts'

/** Answers to invitations, as calendar programs send them; people say yes and no in words. */
export const RSVP: Cue = {
  intent: 'rsvp',
  slash: null,
  verbs: [],
  objects: [],
  refusals: [],
  examples: [],
  form: 'invitation.reply',
}

import { z } from 'zod'
import type { Consent } from '../consent.ts'
import { masked, quoted } from '../display.ts'
import type { ActionDefinition } from './definition.ts'

const Args = z.object({
  /** Id of the contact. */
  contact: z.string().min(1),
  channel: z.string().min(1),
  /** Number, e-mail address or conversation that the consent is for. */
  place: z.string().min(1),
  /** The member's words. */
  words: z.string().min(1).max(300),
  /** Policy id of whoever heard it: whoever asks. */
  by: z.string().optional(),
})
export type ConsentArgs = z.infer<typeof Args>

/** Notes that somebody outside agreed, to a member, to be written to over a channel. */
export const consentRecord: ActionDefinition<ConsentArgs, Consent> = {
  kind: 'consent.record',
  args: Args,
  store: 'consents',
  risk: 'low',
  undo: 'clean',
  approveIf: null,
  teamOnly: true,
  boundTo: (args, { id }) => ({ ...args, by: args.by ?? id }),
  autonomy: () => [],
  facts: (_args, before, { principal }) => ({ by: principal.kind, consent: before?.state ?? 'unknown' }),
  refuse: ({ by }, before, { principal }) => {
    if (principal.kind !== 'member' || (by !== undefined && by !== principal.id))
      return 'a consent is noted by the member who heard it'
    return before?.state === 'withdrawn'
      ? 'they asked for silence there themselves, and only they can take that back (START)'
      : null
  },
  stale: () => false,
  inverse: (args, before) => (before === null ? { kind: 'consent.drop', args: { ...args } } : null),
  say: ({ contact, channel, place, words }, _before, tense, { recordName }) =>
    `${tense === 'will' ? 'Note' : 'Noted'} that ${recordName?.(contact) ?? masked(place)} agreed to be written to on ${channel}: ${quoted(words)}`,
}

/** Takes such a note back. */
export const consentDrop: ActionDefinition<ConsentArgs, Consent> = {
  ...consentRecord,
  kind: 'consent.drop',
  inverseOnly: true,
  refuse: (_args, _before, { principal }) => (principal.kind === 'member' ? null : 'consents are the team’s to note'),
  inverse: () => null,
  say: ({ channel }, _before, tense) =>
    `${tense === 'will' ? 'Take back' : 'Took back'} the note of their consent on ${channel}`,
}

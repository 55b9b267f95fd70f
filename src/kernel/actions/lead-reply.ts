import { z } from 'zod'
import { cleanText, quoted } from '../display.ts'
import { Language } from '../language.ts'
import type { ActionDefinition } from './definition.ts'

const Args = z.object({
  /** Id of the lead, where there is one. */
  lead: z.string().nullable().default(null),
  /** Whom it is said to: the principal's id. */
  to: z.string().min(1),
  text: z.string().min(1).max(4000),
  language: Language,
})
type Args = z.infer<typeof Args>

/** Answers somebody outside, where they wrote: the text is part of the reply of the turn. */
export const leadReply: ActionDefinition<Args, Args> = {
  kind: 'lead.reply',
  args: Args,
  store: 'replies',
  risk: 'medium',
  undo: 'impossible',
  approveIf: null,
  links: ['lead'],
  unvouched: true,
  speech: true,
  autonomy: () => 'leads.autonomy.reply',
  facts: (_args, _before, { principal }) => ({
    by: principal.kind,
    verified: principal.assurance === 'verified',
    own: principal.kind !== 'member',
  }),
  refuse: ({ to }, _before, { principal }) =>
    principal.kind === 'member' || to === principal.id ? null : 'an answer goes to whoever wrote',
  inverse: () => null,
  say: ({ to, text }, _before, tense, context) =>
    tense === 'done' && context.principal.kind !== 'member'
      ? cleanText(text)
      : `${tense === 'will' ? 'Answer' : 'Answered'} ${context.nameOf(to)}: ${quoted(text)}`,
}

import { z } from 'zod'
import { quoted } from '../display.ts'
import type { ActionContext, ActionDefinition } from './definition.ts'

/** What somebody calls a record. */
export const Alias = z.object({
  words: z.string().min(1).max(200),
  kind: z.enum(['account', 'contact', 'deal', 'lead']),
  /** Id of the record. */
  id: z.string().min(1),
  /** Policy id of whoever says it: whoever asks. */
  by: z.string().optional(),
})
export type Alias = z.infer<typeof Alias>

const what = ({ words, id }: Alias, context: ActionContext): string =>
  `${quoted(words)} means ${context.recordName?.(id) ?? 'that record'}`

/** Remembers what a member means by a name, for them first. */
export const aliasLearn: ActionDefinition<Alias, Alias> = {
  kind: 'alias.learn',
  args: Alias,
  store: 'aliases',
  risk: 'low',
  undo: 'clean',
  approveIf: null,
  links: ['id'],
  teamOnly: true,
  boundTo: (args, { id }) => ({ ...args, by: args.by ?? id }),
  autonomy: () => [],
  facts: (_args, _before, { principal }) => ({ by: principal.kind }),
  refuse: ({ by }, _before, { principal }) =>
    principal.kind === 'member' && (by === undefined || by === principal.id)
      ? null
      : 'what a name means is learned from the member who says it',
  stale: () => false,
  inverse: (_args, before, after) =>
    before ? { kind: 'alias.learn', args: { ...before } } : { kind: 'alias.forget', args: { ...after } },
  say: (args, _before, tense, context) =>
    `${tense === 'will' ? 'Remember' : 'I will remember'} that ${what(args, context)}`,
}

/** Forgets what a member meant by a name. */
export const aliasForget: ActionDefinition<Alias, Alias> = {
  ...aliasLearn,
  kind: 'alias.forget',
  inverse: (_args, before) => before && { kind: 'alias.learn', args: { ...before } },
  say: (args, _before, tense, context) => `${tense === 'will' ? 'Forget' : 'Forgot'} that ${what(args, context)}`,
}

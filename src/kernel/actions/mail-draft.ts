import { z } from 'zod'
import { quoted } from '../display.ts'
import { type Mail, MailAddress } from '../mail.ts'
import type { ActionContext, ActionDefinition } from './definition.ts'

const LONGEST_SUBJECT = 500
const LONGEST_BODY = 50_000
const MOST_RECIPIENTS = 100

const DraftArgs = z.object({
  to: z.array(MailAddress).max(MOST_RECIPIENTS),
  subject: z
    .string()
    .max(LONGEST_SUBJECT)
    .regex(/^[^\p{Cc}]*$/u, { error: 'one line' }),
  /** Plain text. */
  body: z.string().max(LONGEST_BODY),
  /** Id of the thread it continues; null: it begins one. */
  thread: z.string().nullable().default(null),
  /** In whose name; null: the desk's own. */
  from: MailAddress.nullable().default(null),
})

/** Writes a mail and sends nothing: it lies among the drafts until somebody sends it. */
export const mailDraft: ActionDefinition<z.infer<typeof DraftArgs>, Mail> = {
  kind: 'mail.draft',
  args: DraftArgs,
  store: 'mail',
  risk: 'low',
  undo: 'clean',
  approveIf: null,
  autonomy: () => 'outreach.autonomy.draft',
  facts: ({ to, from }, _before, context) => ({
    by: context.principal.kind,
    verified: context.principal.assurance === 'verified',
    own: from !== null && context.own.includes(from.toLowerCase()),
    recipients: new Set(to).size,
  }),
  refuse: ({ from }, _before, context) => {
    if (context.principal.kind !== 'member') return 'mail is written for the team only'
    return from === null || context.own.includes(from.toLowerCase()) ? null : 'a mail is written in nobody else’s name'
  },
  inverse: (_args, _before, after) => ({ kind: 'mail.discard', args: { id: after.id, version: after.version } }),
  say: (args, _before, tense, context) => `${tense === 'will' ? 'Draft' : 'Drafted'} ${sayMail(args, context)}`,
}

const DiscardArgs = z.object({ id: z.string(), version: z.string() })

/** Takes a draft away that nobody touched since it was written. */
export const mailDiscard: ActionDefinition<z.infer<typeof DiscardArgs>, Mail> = {
  kind: 'mail.discard',
  args: DiscardArgs,
  store: 'mail',
  risk: 'low',
  undo: 'impossible',
  inverseOnly: true,
  approveIf: null,
  autonomy: () => 'outreach.autonomy.draft',
  facts: (_args, _before, context) => ({ by: context.principal.kind }),
  refuse: (_args, before, context) => {
    if (context.principal.kind !== 'member') return 'mail is for the team only'
    return before?.folder === 'drafts' ? null : 'that mail is no draft any more'
  },
  inverse: () => null,
  say: (args, before, tense, context) =>
    `${tense === 'will' ? 'Discard' : 'Discarded'} ${before ? sayMail(before, context) : args.id}`,
}

function sayMail({ to, subject }: Pick<Mail, 'to' | 'subject'>, context: ActionContext): string {
  const people = to.map((address) => context.nameOf(address)).join(', ')
  return `a mail${people === '' ? '' : ` to ${people}`}: ${quoted(subject ?? '')}`
}

import { z } from 'zod'
import { sayMoment } from '../time.ts'
import type { ActionDefinition } from './definition.ts'

/** A reminder as the desk keeps it: a timer in the journal. */
export const Reminder = z.object({
  id: z.string(),
  atMs: z.number().int(),
  text: z.string().max(500),
  /** Policy id of the member who is reminded. */
  person: z.string(),
  conversation: z.string(),
  channel: z.string(),
})
export type Reminder = z.infer<typeof Reminder>

const CreateArgs = Reminder.omit({ id: true })
const CancelArgs = z.object({ id: z.string() })

/** Reminds a member, in the conversation where they asked. */
export const reminderCreate: ActionDefinition<z.infer<typeof CreateArgs>, Reminder> = {
  kind: 'reminder.create',
  args: CreateArgs,
  store: 'reminders',
  risk: 'low',
  undo: 'clean',
  approveIf: null,
  autonomy: () => 'scheduling.autonomy.internal',
  facts: (args, _before, context) => ({ own: args.person === context.principal.id, by: context.principal.kind }),
  refuse: (args, _before, context) =>
    context.principal.kind === 'member' && args.person === context.principal.id
      ? null
      : 'reminders are for the member who asks',
  inverse: (_args, _before, after) => ({ kind: 'reminder.cancel', args: { id: after.id } }),
  say: (args, _before, tense, context) =>
    `${tense === 'will' ? 'Remind' : 'I will remind'} you ${sayMoment(args.atMs, context.zone, context.nowMs)}: ${args.text}`,
}

/** Drops a reminder that has not come due. */
export const reminderCancel: ActionDefinition<z.infer<typeof CancelArgs>, Reminder> = {
  kind: 'reminder.cancel',
  args: CancelArgs,
  store: 'reminders',
  risk: 'low',
  undo: 'clean',
  approveIf: null,
  autonomy: () => 'scheduling.autonomy.internal',
  facts: (_args, before, context) => ({ own: before?.person === context.principal.id, by: context.principal.kind }),
  refuse: (_args, before, context) =>
    before && before.person === context.principal.id && context.principal.kind === 'member'
      ? null
      : 'that reminder is not yours',
  inverse: (_args, before) => {
    if (!before) return null
    const { id: _id, ...args } = before
    return { kind: 'reminder.create', args }
  },
  say: (_args, before, tense, context) =>
    `${tense === 'will' ? 'Drop' : 'Dropped'} the reminder ${before ? `${sayMoment(before.atMs, context.zone, context.nowMs)}: ${before.text}` : ''}`,
}

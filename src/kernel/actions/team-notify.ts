import { z } from 'zod'
import { cleanLine } from '../display.ts'
import type { ActionDefinition } from './definition.ts'

const Args = z.object({
  /** Policy id of the member. */
  to: z.string().min(1),
  /** Id of the lead it is about. */
  lead: z.string().nullable().default(null),
  text: z.string().min(1).max(2000),
  /** Now, at any hour; else in their working hours. */
  urgent: z.boolean(),
  /** By these ways; none: every channel that reaches them. */
  how: z.array(z.enum(['slack', 'discord', 'whatsapp', 'webhook'])).default([]),
})
type Args = z.infer<typeof Args>

/** Tells a member of something that came in. */
export const teamNotify: ActionDefinition<Args, Args> = {
  kind: 'team.notify',
  args: Args,
  store: 'team',
  risk: 'low',
  undo: 'impossible',
  approveIf: null,
  links: ['lead'],
  unvouched: true,
  teamOnly: true,
  autonomy: () => 'leads.autonomy.route',
  facts: ({ urgent }, _before, { principal }) => ({
    by: principal.kind,
    verified: principal.assurance === 'verified',
    urgent,
  }),
  refuse: () => null,
  inverse: () => null,
  say: ({ to, text, urgent }, _before, tense, context) => {
    const who = context.nameOf(to)
    if (tense === 'will') return `Tell ${who}${urgent ? ' now' : ''}: ${cleanLine(text)}`
    return urgent ? `${who} is told now` : `${who} is told, in their working hours`
  },
}

import { z } from 'zod'
import { quoted } from '../display.ts'
import type { ActionDefinition } from './definition.ts'

export const Outcome = z.enum(['held', 'late', 'no_show'])
export type Outcome = z.infer<typeof Outcome>

const Args = z.object({
  event: z.string(),
  title: z.string(),
  /** Address of whoever outside was expected. */
  guest: z.string(),
  outcome: Outcome,
})

const SAID: Record<Outcome, string> = { held: 'took place', late: 'began late', no_show: 'was missed' }

/** Writes down how a meeting went; the ledger is where that is kept. */
export const meetingOutcome: ActionDefinition<z.infer<typeof Args>, z.infer<typeof Args>> = {
  kind: 'meeting.outcome',
  args: Args,
  store: 'meetings',
  risk: 'low',
  undo: 'impossible',
  approveIf: null,
  autonomy: () => 'scheduling.autonomy.internal',
  facts: (args, _before, context) => ({ by: context.principal.kind, outcome: args.outcome }),
  refuse: (_args, _before, context) =>
    context.principal.kind === 'member' ? null : 'only the team says how a meeting went',
  inverse: () => null,
  say: (args, _before, tense, context) => {
    const missed = args.outcome === 'no_show' ? ` by ${context.nameOf(args.guest)}` : ''
    return `${tense === 'will' ? 'Note' : 'Noted'} that ${quoted(args.title)} ${SAID[args.outcome]}${missed}`
  },
}

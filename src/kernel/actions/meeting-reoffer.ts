import { z } from 'zod'
import { quoted } from '../display.ts'
import type { ActionDefinition } from './definition.ts'

const Args = z.object({
  event: z.string(),
  title: z.string(),
  guest: z.string(),
  /** The agent's own request, as its reader would make it of the guest's words. */
  request: z.record(z.string(), z.unknown()),
})

/** Asks somebody outside, where they once wrote to the desk, for another time. */
export const meetingReoffer: ActionDefinition<z.infer<typeof Args>, unknown> = {
  kind: 'meeting.reoffer',
  args: Args,
  store: 'meetings',
  risk: 'medium',
  undo: 'impossible',
  approveIf: null,
  autonomy: (facts) => `scheduling.autonomy.${facts.party}`,
  facts: (args, _before, context) => ({
    party: context.party(args.guest) === 'client' ? 'external_existing_client' : 'external_new',
    by: context.principal.kind,
  }),
  refuse: (_args, _before, context) =>
    context.principal.kind === 'member' ? null : 'only the team has the desk write to others',
  inverse: () => null,
  say: (args, _before, tense, context) =>
    `${tense === 'will' ? 'Offer' : 'Offered'} ${context.nameOf(args.guest)} another time for ${quoted(args.title)}`,
}

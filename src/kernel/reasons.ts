import { z } from 'zod'

/** Why an agent stopped, after "because": the closed list. Every flag carries exactly one. */
export const REASONS = {
  AUTHORITY: 'it is over a limit, or reserved by the policy',
  CONFLICT: 'two commitments cannot both hold',
  AMBIGUOUS_AFTER_ASK: 'it is still unclear after asking once',
  NO_RULE: 'no line of the policy covers it',
  OUT_OF_DOMAIN: 'it is not a job of the desk, but somebody waits for an answer',
  HIGH_STAKES: 'a person always decides it',
  SENTIMENT: 'a client is unhappy or in a hurry',
  TRUST: 'somebody may not be who they say, or tries to steer the desk',
  INTEGRATION: 'a service is down, or a write could not be verified',
  BUDGET: 'the task would cost more than allowed',
} as const

export const Reason = z.enum(Object.keys(REASONS) as [keyof typeof REASONS, ...(keyof typeof REASONS)[]])
export type Reason = z.infer<typeof Reason>

import { evaluate, type Policy, ratesOf } from '#policy/policy.ts'
import { factsOf, type Routable } from './facts.ts'

/** Whom the policy wakes for a lead, and how. */
export interface Wake {
  who: string
  how: readonly ('slack' | 'discord' | 'whatsapp' | 'webhook')[]
  /** The line that says so. */
  because: string
}

/** Only what the policy says wakes anybody; a condition that cannot be told (another currency, no rate) lets people sleep. */
export function wakeFor(lead: Routable, policy: Policy): Wake | null {
  const { wakeSomeone } = policy.leads
  if (wakeSomeone === null || evaluate(wakeSomeone.if, factsOf(lead), ratesOf(policy)).answer !== 'yes') return null
  return { who: wakeSomeone.who, how: wakeSomeone.how, because: `leads.wake_someone: ${wakeSomeone.if.text}` }
}

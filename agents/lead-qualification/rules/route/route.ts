import { memberById } from '#policy/people.ts'
import { evaluate, type Policy, ratesOf } from '#policy/policy.ts'
import { nextWorkingMs } from '#policy/working-time.ts'
import { factsOf, type Routable } from './facts.ts'
import { type Team, whoseTurn } from './round-robin.ts'

/** Who gets a lead, and why. */
export interface Routing {
  /** Policy id. */
  to: string
  /** The rule, as `why` prints it. */
  because: string
  how: 'owner' | 'line' | 'round_robin'
  /** When they see it: now where they work, else when they next do; until then the lead has a holding answer. */
  fromMs: number
  /** The line that could not be told (an amount in another currency and no rate), so that a person is asked; else null. */
  unsure: string | null
}

/**
 * Who gets a lead: whoever has it, or its company, already; else the first line of the policy that holds. A line that cannot be
 * told is not passed over in silence: what the lines after it say is proposed, and a person is asked.
 * @param owner policy id of whoever the lead, its contact or its account belongs to; null for nobody
 */
export function routeFor(lead: Routable, owner: string | null, policy: Policy, team: Team, nowMs: number): Routing {
  const theirs = owner === null ? undefined : memberById(policy, owner)
  if (theirs)
    return {
      to: theirs.id,
      because: `${theirs.name} has it already`,
      how: 'owner',
      fromMs: seesIt(policy, theirs.id, team, nowMs),
      unsure: null,
    }
  const facts = factsOf(lead)
  let unsure: string | null = null
  for (const line of policy.leads.routing) {
    const answer = line.if === null ? 'yes' : evaluate(line.if, facts, ratesOf(policy)).answer
    if (answer === 'unknown') unsure ??= line.if?.text ?? null
    if (answer === 'yes') return { ...lineTo(line.to, line.if?.text ?? null, policy, team, nowMs), unsure }
  }
  return { ...lineTo('round_robin', null, policy, team, nowMs), unsure }
}

function lineTo(
  to: string,
  condition: string | null,
  policy: Policy,
  team: Team,
  nowMs: number,
): Omit<Routing, 'unsure'> {
  const because = `leads.routing: ${condition === null ? 'else' : `if ${condition}`} -> ${to}`
  if (to === 'round_robin') return { ...whoseTurn(policy, team, nowMs), because, how: 'round_robin' }
  return { to, because, how: 'line', fromMs: seesIt(policy, to, team, nowMs) }
}

/** When a certain person looks at it: now, or when they work next. */
function seesIt(policy: Policy, id: string, team: Team, nowMs: number): number {
  const person = memberById(policy, id)
  if (!person || team.now.some((one) => one.id === id && one.working)) return nowMs
  return nextWorkingMs(person, nowMs)
}

import { packInForce } from '#ladder/read-packs.ts'
import type { Policy } from '#policy/policy.ts'
import type { Agent, Scope } from '#ports/agent.ts'
import { foundByRules, type Routed, type ToRoute } from '#ports/router.ts'
import { lookupsFor } from './lookups/build.ts'
import type { World } from './lookups/scope.ts'

/** Enough to start a job beside a question that only a yes or a no answers; where words answer it, nobody is asked. */
const CONFIDENCE = 0.6

/** Asks agents, one after the other, whether a message that no cue knows is theirs by what it names; the first that says so has it. */
export function claimsOf(agents: readonly Agent[], world: World): (message: ToRoute) => Promise<Routed[]> {
  const scopeOf = (agent: Agent, { asker, channel, subject, fields }: ToRoute): Scope<Policy> | null =>
    asker
      ? {
          ...asker,
          nowMs: world.clock.nowMs(),
          policy: world.policy(),
          lookups: lookupsFor(world, { ...asker, task: '' }, agent.contract.lookups),
          model: null,
          pack: packInForce(agent),
          channel,
          message: { channel, subject: subject ?? null, fields: fields ?? {}, atMs: world.clock.nowMs() },
        }
      : null
  return async (message) => {
    for (const agent of agents) {
      const scope = agent.claims && scopeOf(agent, message)
      const intent = scope && (await agent.claims?.(message.text, scope))
      if (intent) return [foundByRules({ agent: agent.contract.id, intent, text: message.text }, CONFIDENCE)]
    }
    return []
  }
}

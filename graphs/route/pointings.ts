import type { Audience } from '#kernel/cue.ts'
import type { Pack } from '#kernel/pack.ts'
import { promptIn } from '#ladder/in-pack.ts'
import type { Agent, Pointing } from '#ports/agent.ts'

/** What an agent points at in a message, as one of its packs says. */
export interface AgentPointing extends Pointing {
  instruction: string
  /** Version of the pack. */
  pack: string
}

/** What agents point at in a message, by their ids; those that point at nothing are not in it. */
export type Pointings = ReadonlyMap<string, AgentPointing>

/** What each agent points at in a message from such a speaker. */
export function pointingsOf(
  agents: readonly Agent[],
  packOf: (agent: Agent) => Pack,
  from: Audience,
  policy: unknown,
): Pointings {
  return new Map(
    agents.flatMap((agent) => {
      const pointing = agent.points?.(from, policy)
      if (!pointing) return []
      const pack = packOf(agent)
      const { instruction } = promptIn(pack, pointing.step)
      return [[agent.contract.id, { ...pointing, instruction, pack: pack.version }] as const]
    }),
  )
}

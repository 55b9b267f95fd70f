import type { Policy } from '#policy/policy.ts'
import type { Agent } from '#ports/agent.ts'
import { claims } from './claims.ts'
import { contract } from './contract.ts'
import { CUES } from './cues.ts'
import { graph } from './graph.ts'
import { PACKS } from './packs.ts'
import { pointedIn } from './prompts.ts'

/** The agent for records, as the manifest lists it. */
export const agent: Agent = {
  contract,
  cues: CUES,
  packs: PACKS,
  graph,
  claims,
  points: (_from, policy: Policy) => ({ step: 'read', schema: pointedIn(policy.crm.stages) }),
}

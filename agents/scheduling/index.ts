import type { Agent } from '#ports/agent.ts'
import { contract } from './contract.ts'
import { CUES } from './cues.ts'
import { graph } from './graph.ts'
import { PACKS } from './packs.ts'
import { Pointed } from './prompts.ts'

/** The scheduling agent, as the manifest lists it. */
export const agent: Agent = {
  contract,
  cues: CUES,
  packs: PACKS,
  graph,
  points: () => ({ step: 'read', schema: Pointed }),
}

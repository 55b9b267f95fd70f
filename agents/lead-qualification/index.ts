import type { Policy } from '#policy/policy.ts'
import type { Agent } from '#ports/agent.ts'
import { contract } from './contract.ts'
import { CUES } from './cues.ts'
import { graph } from './graph.ts'
import { PACKS } from './packs.ts'
import { leadIn, Noted } from './prompts.ts'

/** The lead qualification agent, as the manifest lists it. */
export const agent: Agent = {
  contract,
  cues: CUES,
  packs: PACKS,
  graph,
  points: (from, { facts }: Policy) =>
    from === 'member'
      ? { step: 'readTeam', schema: Noted }
      : { step: 'read', schema: leadIn(facts.services.map(({ name }) => name)) },
}

import type { Agent } from '#ports/agent.ts'
import { contract } from './contract.ts'
import { CUES } from './cues.ts'
import { graph } from './graph.ts'
import { PACKS } from './packs.ts'

/** The agent for messages to people outside, as the manifest lists it. */
export const agent: Agent = { contract, cues: CUES, packs: PACKS, graph }

import { agentGraph } from '#ladder/agent-graph.ts'
import { CUES } from './cues.ts'
import { gather } from './gather.ts'
import { readByModel, wordsRead } from './read/by-model.ts'
import { readInput } from './read.ts'
import { decide } from './rules/decide.ts'

/** Reads, looks up, decides. */
export const graph = agentGraph({
  cues: CUES,
  isWords: (slot) => slot === 'who' || slot === 'when' || slot === 'which',
  read: readInput,
  readByModel,
  wordsRead,
  gather,
  decide: (request, facts, { policy }) => ({ request, ruling: decide(request, facts, policy.scheduling) }),
})

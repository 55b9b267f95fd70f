import { agentGraph } from '#ladder/agent-graph.ts'
import { CUES } from './cues.ts'
import { gather } from './gather.ts'
import { readInput } from './read.ts'
import type { Request } from './request.ts'
import { decide } from './rules/decide.ts'
import type { Facts } from './rules/facts.ts'

/** Reads, looks up, decides. Dictated words are taken as they are: no model reads them, and none rewrites them. */
export const graph = agentGraph<Request, Facts>({
  cues: CUES,
  isWords: () => false,
  read: readInput,
  readByModel: async () => null,
  wordsRead: (_request, text) => [text],
  gather: async (request, scope) => ({ request, facts: await gather(request, scope) }),
  decide: (request, facts, { policy }) => ({ request, ruling: decide(request, facts, policy) }),
})

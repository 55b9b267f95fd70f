import { agentGraph } from '#ladder/agent-graph.ts'
import type { Policy } from '#policy/policy.ts'
import type { Scope } from '#ports/agent.ts'
import { CUES } from './cues.ts'
import { gatherAsking } from './gather/asking.ts'
import { gather } from './gather.ts'
import { isLost, readByModel, wordsRead } from './read/by-model.ts'
import { readInput } from './read.ts'
import { isAsking, type Request } from './request.ts'
import { decideAsking } from './rules/asking.ts'
import { decide } from './rules/decide.ts'
import type { Facts } from './rules/facts.ts'
import type { QueryFacts } from './rules/reads/facts.ts'

/** What a question of the records is answered from, or what a change of one is decided on. */
type Known = { asking: QueryFacts } | { about: Facts }

const look = async (request: Request, scope: Scope<Policy>): Promise<{ request: Request; facts: Known }> => ({
  request,
  facts: isAsking(request) ? { asking: await gatherAsking(request, scope) } : { about: await gather(request, scope) },
})

/** Reads, looks up, decides. */
export const graph = agentGraph<Request, Known>({
  cues: CUES,
  isWords: (slot) => !TAPPED.has(slot),
  read: readInput,
  readByModel,
  wordsRead,
  isLost,
  gather: look,
  decide(request, facts, { policy }) {
    if (isAsking(request)) {
      if (!('asking' in facts)) throw new TypeError('a question of the records was not looked up as one')
      return { request, ruling: decideAsking(request, facts.asking) }
    }
    if (!('about' in facts)) throw new TypeError('a change of a record was not looked up as one')
    return decide(request, facts.about, policy)
  },
})

/** What is answered by a yes, or by choosing from a list; everything else that is asked for is a field or a name. */
const TAPPED: ReadonlySet<string> = new Set(['confirm', 'sure', 'pair', 'record'])

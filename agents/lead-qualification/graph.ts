import { agentGraph } from '#ladder/agent-graph.ts'
import { wordsHeld } from '#ladder/unread.ts'
import { CUES } from './cues.ts'
import { gatherForTeam, listBeginsMs } from './gather/members.ts'
import { gather } from './gather.ts'
import { readByModel } from './read/by-model.ts'
import { readTeamByModel } from './read/members/by-model.ts'
import { readTeam } from './read/members.ts'
import { readInput } from './read.ts'
import { rephraseAnswer } from './rephrase.ts'
import type { Request } from './request.ts'
import { decide } from './rules/decide.ts'
import type { Facts } from './rules/facts.ts'
import { decideForTeam } from './rules/members/decide.ts'
import type { TeamFacts } from './rules/members/facts.ts'

/** What is decided on: of somebody outside, or what a member says. */
type Known = { side: 'outside'; facts: Facts } | { side: 'team'; facts: TeamFacts }

/** Reads, looks up, decides; what members say of leads, and what comes from outside, each in its own way. */
export const graph = agentGraph<Request, Known>({
  cues: CUES,
  isWords: (slot) => WORDS.has(slot),
  read: (input, scope) => (scope.principal.kind === 'member' ? readTeam(input, scope) : readInput(input, scope)),
  readByModel: (input, open, scope) => {
    const { understood } = open
    return understood.side === 'team'
      ? readTeamByModel(input, understood, scope)
      : readByModel(input, understood, open.missing, scope)
  },
  wordsRead: (request, text, lost) =>
    wordsHeld(
      request.side === 'team' ? { ...request.ask, ...(lost && { who: null }), text: null } : { ...request, text: null },
      text,
    ),
  isLost: (request, ruling, known) =>
    request.side === 'team' && known.side === 'team' && ruling.type === 'answer' && NAMES_ONE.has(request.ask.do)
      ? known.facts.meant.length === 0
      : false,
  rephrase: (ruling, request, scope) =>
    request.side === 'outside' ? rephraseAnswer(ruling, request, scope) : Promise.resolve(ruling),
  gather: async (request, scope) => ({
    request,
    facts:
      request.side === 'team'
        ? { side: 'team', facts: await gatherForTeam(request.ask, scope) }
        : { side: 'outside', facts: await gather(request, scope) },
  }),
  decide(request, known, scope) {
    if (request.side === 'team' && known.side === 'team') {
      const { ask } = request
      const sinceMs = ask.do === 'digest' ? listBeginsMs(ask.text, scope) : known.facts.nowMs
      return { request, ruling: decideForTeam(ask, known.facts, sinceMs) }
    }
    if (request.side === 'outside' && known.side === 'outside') return decide(request, known.facts, scope.policy)
    throw new TypeError('a lead was not looked up as what it is')
  },
})

/** What of a lead is said in words that can be pointed at. */
const WORDS: ReadonlySet<string> = new Set(['need', 'who', 'lead', 'band'])

/** What members ask of one lead, by its name. */
const NAMES_ONE: ReadonlySet<string> = new Set(['why', 'override'])

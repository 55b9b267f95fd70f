import { cleanLine } from '#kernel/display.ts'
import { languageOf } from '#kernel/phrases.ts'
import type { Proposed, RulingDraft } from '#kernel/ruling.ts'
import { phrasesIn } from '../phrases.ts'
import type { Outside } from '../request/outside.ts'
import type { Facts } from './facts.ts'

/**
 * What people outside the team ask about records is never done by the desk alone: their data goes to whoever answers for it, a
 * new address is checked by somebody who knows theirs, and everything else is the team's.
 */
export function decideOutside(request: Outside, facts: Facts): RulingDraft {
  const { principal } = facts
  const say = phrasesIn(languageOf(principal))
  const who = principal.name ? cleanLine(principal.name, 80) : 'somebody outside'
  const evidence = [{ text: request.words, source: 'their message' }]
  switch (request.wish) {
    case 'erase':
    case 'access':
      return {
        type: 'flag',
        reason: 'HIGH_STAKES',
        headline: `Answer ${who}, who asks ${request.wish === 'erase' ? 'to have their data deleted' : 'what is kept about them'}, within a month`,
        rule: 'a request about somebody’s own data is always decided by a person',
        evidence,
        reply: say.dataRequest,
      }
    case 'update':
      return {
        type: 'flag',
        reason: 'TRUST',
        headline: `Check with ${who}, in a way you know is theirs, that ${[request.email, request.phone].filter(Boolean).join(' and ')} is really new`,
        rule: 'where a client can be reached or billed is changed only once somebody has checked it with them',
        evidence,
        actions: ownUpdate(request, facts),
        reply: say.willCheck,
      }
    case 'other':
      return { type: 'refuse', text: say.teamOnly, rule: 'records are the team’s to change' }
  }
}

/** The change to their own record, for a client the channel vouches for; it waits for whoever checks. */
function ownUpdate({ email, phone, words }: Outside, { principal, book }: Facts): Proposed[] {
  const own =
    principal.kind === 'client' && principal.assurance === 'verified'
      ? book.contacts.find(({ id }) => id === principal.id)
      : undefined
  if (!own) return []
  const op = (path: 'emails' | 'phones', one: string | null) =>
    one === null || own[path].includes(one)
      ? []
      : [{ path, before: own[path], after: [...own[path], one], from: words }]
  const ops = [...op('emails', email), ...op('phones', phone)]
  return ops.length === 0
    ? []
    : [{ kind: 'contact.update', args: { id: own.id, version: own.version, ops }, because: 'they say so themselves' }]
}

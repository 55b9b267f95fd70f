import { sayWho } from '#kernel/display.ts'
import type { RulingDraft } from '#kernel/ruling.ts'
import { phrasesFor } from '../phrases.ts'
import type { Request } from '../request.ts'
import type { Facts } from './facts.ts'
import { nameOf } from './facts.ts'

/** Somebody outside wants a person: their host is asked to take over. Nobody is talked out of it. */
export function decidePerson(facts: Facts): RulingDraft {
  const [host] = facts.seats
  return {
    type: 'flag',
    reason: 'OUT_OF_DOMAIN',
    headline: `Write to ${facts.principal.name ?? nameOf(facts, facts.me)} in person`,
    rule: 'who asks for a person gets one',
    evidence: [{ text: `${sayWho(facts.principal)} asked for a person instead of the desk`, source: 'message' }],
    reply: host ? phrasesFor(facts).inPerson(host.name) : phrasesFor(facts).passedOn,
    owner: host?.address ?? null,
  }
}

/** The same ruling, with a person asked to write beside it; once, with the first ruling of the request. */
export function withPerson(request: Request, ruling: RulingDraft): RulingDraft {
  if (!request.wantsPerson || request.asked.length > 0) return ruling
  if (ruling.type !== 'ask' && ruling.type !== 'propose') return ruling
  return {
    ...ruling,
    handOffs: [...(ruling.handOffs ?? []), { agent: 'scheduling', intent: 'person', text: 'a person' }],
  }
}

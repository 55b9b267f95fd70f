import type { Reason } from '#kernel/reasons.ts'
import type { Policy, PolicyPerson } from '#policy/policy.ts'
import { phrasesIn } from '../phrases.ts'
import type { Inbound } from '../request.ts'
import { type Facts, isVouched, nameFor } from './facts.ts'
import { answerFrom } from './first-answer.ts'
import type { Outcome } from './outcome.ts'
import { askedFor } from './who-decides.ts'

/** What is a person's, whatever the lead scores: asked for by name, fixed by rule, or a promise only they can make. */
export function reserved(request: Inbound, facts: Facts, policy: Policy): Outcome | null {
  const { wants, anger } = request
  const say = phrasesIn(request.language)
  const who = nameFor(request.person)
  const raise = (
    reason: Reason,
    owner: PolicyPerson,
    headline: string,
    rule: string,
    words: string,
    lines: readonly string[],
  ): Outcome => ({
    say: lines,
    flag: { reason, headline, rule, evidence: [{ text: words, source: 'message' }], owner: owner.id },
    notices: [],
    status: facts.mine?.status ?? 'engaged',
    class: request.class,
    because: rule,
  })
  if (wants.threat !== undefined) {
    const owner = askedFor(policy, facts, 'HIGH_STAKES', 'legal')
    const rule = 'a legal threat is always for a person'
    return raise('HIGH_STAKES', owner, `Answer ${who}, who speaks of going to law`, rule, wants.threat, [
      say.sorry(owner.name),
    ])
  }
  if (wants.privacy !== undefined) {
    const owner = askedFor(policy, facts, 'HIGH_STAKES', 'privacy')
    const rule = 'what somebody asks about their data is always for a person'
    return raise('HIGH_STAKES', owner, `Answer ${who} about their data`, rule, wants.privacy, [
      say.passedOn(owner.name),
    ])
  }
  if (wantsPerson(request)) {
    const owner = askedFor(policy, facts, 'OUT_OF_DOMAIN', null)
    const rule = 'who asks for a person gets one'
    return raise('OUT_OF_DOMAIN', owner, `Write to ${who} in person`, rule, wants.human ?? '', [
      say.handedOver(owner.name),
    ])
  }
  if (anger !== null) {
    const owner = askedFor(policy, facts, 'SENTIMENT', null)
    const rule = 'somebody angry is for a person'
    return raise('SENTIMENT', owner, `Calm ${who}, who is angry`, rule, anger, [say.sorry(owner.name)])
  }
  if (request.class === 'press') {
    const owner = askedFor(policy, facts, 'OUT_OF_DOMAIN', 'press')
    const words = request.signals.find((signal) => signal.class === 'press')?.words ?? ''
    const rule = 'the press is for a person'
    return raise('OUT_OF_DOMAIN', owner, `Answer the press: ${who}`, rule, words, [say.askedAbout(owner.name, 'press')])
  }
  if (asksForAccount(request, facts)) {
    const owner = askedFor(policy, facts, 'TRUST', 'support')
    const rule = 'what is on file is told to nobody whose identity is not proven'
    return raise('TRUST', owner, `Check who ${who} is, who asks about an account`, rule, wants.account ?? '', [
      say.askedAbout(owner.name, 'account'),
    ])
  }
  return papers(request, facts, policy, raise) ?? price(request, facts, policy, raise)
}

type Raise = (
  reason: Reason,
  owner: PolicyPerson,
  headline: string,
  rule: string,
  words: string,
  lines: readonly string[],
) => Outcome

/** "Are you a human?" asks what it talks to; "can I talk to a human?" asks for one. */
export function wantsPerson({ wants: { human, bot } }: Inbound): boolean {
  return human !== undefined && !bot?.includes(human)
}

/** Somebody nobody vouches for, or no client at all, asks for what stands in an account. */
function asksForAccount({ wants, class: theirs, text }: Inbound, facts: Facts): boolean {
  if (wants.account === undefined || theirs === 'support') return false
  const known = facts.principal.kind === 'client' && isVouched(facts)
  return !known && (theirs === 'customer' || facts.identity.contact !== null || text.includes('?'))
}

/** Contracts and security papers: a sign of a serious buyer, and for whoever signs. */
function papers(request: Inbound, facts: Facts, policy: Policy, raise: Raise): Outcome | null {
  const { legal, security } = request.wants
  const words = legal ?? security
  if (words === undefined) return null
  const say = phrasesIn(request.language)
  const owner = askedFor(policy, facts, 'OUT_OF_DOMAIN', legal === undefined ? 'security' : 'legal')
  const link = security === undefined ? null : policy.facts.links.security
  return raise(
    'OUT_OF_DOMAIN',
    owner,
    `Answer ${nameFor(request.person)} about ${legal === undefined ? 'security papers' : 'a contract or NDA'}`,
    'contracts and security papers are for a person',
    [legal, security].filter((one) => one !== undefined).join(', '),
    [
      ...answerFrom(request, policy),
      ...(link === null ? [] : [say.security(link)]),
      say.askedAbout(owner.name, 'papers'),
    ],
  )
}

/** What is published about discounts is said; anything beyond it is for whoever may grant it. */
function price(request: Inbound, facts: Facts, policy: Policy, raise: Raise): Outcome | null {
  const { haggle, discount } = request.wants
  const published = policy.facts.discounts
  if (haggle === undefined && (discount === undefined || published !== null)) return null
  const say = phrasesIn(request.language)
  const owner = askedFor(policy, facts, 'AUTHORITY', null)
  return raise(
    'AUTHORITY',
    owner,
    `Decide about a discount for ${nameFor(request.person)}`,
    'facts.discounts: beyond what is published a person decides',
    haggle ?? discount ?? '',
    [...answerFrom(request, policy), say.askedAbout(owner.name, 'price')],
  )
}

import { DateTime } from 'luxon'
import type { LeadDraft } from '#kernel/lead.ts'
import type { HandOff } from '#kernel/ruling.ts'
import { memberById } from '#policy/people.ts'
import type { Policy } from '#policy/policy.ts'
import { phrasesIn } from '../phrases.ts'
import type { Inbound } from '../request.ts'
import { questionFor } from './ask-lead.ts'
import { type Facts, isVouched, nameFor } from './facts.ts'
import { answerFrom, asksWhom, namesOf } from './first-answer.ts'
import { neverEntry } from './never.ts'
import { noticeAbout, tell } from './notices.ts'
import type { Notice, Outcome } from './outcome.ts'
import { routeFor } from './route/route.ts'
import { wakeFor } from './route/wake.ts'
import { knownOf } from './score/record.ts'
import type { Band, Scored } from './score/score.ts'
import { askedFor, memberCalled, ownerOnFile } from './who-decides.ts'

/** Months until a lead that is not ready is taken up again, where it names no time. */
const NURTURE_MONTHS = 3

/** A lead, what it scores, and the world. */
interface Case {
  request: Inbound
  lead: LeadDraft
  scored: Scored
  band: Band
  facts: Facts
  policy: Policy
}

/** What comes of a lead: answered from the facts, asked at most one thing, then given to whoever takes it, put by, or declined. */
export function qualify(request: Inbound, lead: LeadDraft, scored: Scored, facts: Facts, policy: Policy): Outcome {
  const band = lead.override?.band ?? scored.band
  const of: Case = { request, lead, scored, band, facts, policy }
  const base = { notices: [], class: request.class } as const
  const answer = answerFrom(request, policy)
  const taken = takenAlready(request, answer, facts, policy)
  if (taken) return taken
  const unknownKind = silentAbout(of)
  if (unknownKind) return { ...unknownKind, say: [...answer, ...unknownKind.say] }
  const notYet = request.budget?.value.amountMinor === 0 && isLater(request)
  if ((scored.decline !== null && !notYet) || declinedSector(request, policy))
    return declined(request, answer, scored, policy)
  const never = neverEntry(request, policy)
  if (never !== null) return neverALead(request, answer, never)
  if (request.wants.call !== undefined) return callBack(of)
  const asks = request.kind !== 'aside' && lead.override === null && !isLater(request)
  const question = asks ? questionFor(request, lead, policy) : null
  if (question)
    return {
      ...base,
      say: openingOf(request, answer, question, policy),
      question,
      status: 'engaged',
      because: `asks for ${question.slot}: it could change what is done`,
    }
  return decided(of, answer)
}

/** What comes before the question; a list of what is done is not said twice. */
function openingOf(
  request: Inbound,
  answer: readonly string[],
  { slot, text }: { slot: string; text: string },
  policy: Policy,
): readonly string[] {
  const say = phrasesIn(request.language)
  const listed = say.weDo(say.list(namesOf(policy)))
  const lines = slot === 'need' && text !== say.ask.need ? answer.filter((line) => line !== listed) : answer
  return lines.length > 0 ? lines : nothingToAnswer(request, slot)
}

/** Where nothing stands in the facts, their words are written down for people; a question about what they need says enough. */
function nothingToAnswer({ asks, asked, language, wants }: Inbound, slot: string): string[] {
  const say = phrasesIn(language)
  if (asked.length > 0) return [say.noted]
  const listIsAnswer = slot === 'need' && (wants.price !== undefined || wants.offer !== undefined)
  return asks && !listIsAnswer ? [say.passOnQuestion] : []
}

/** Somebody of the team has them already: they say so, their lead or their company is somebody's. Nothing is asked again. */
function takenAlready(request: Inbound, answer: readonly string[], facts: Facts, policy: Policy): Outcome | null {
  const say = phrasesIn(request.language)
  const named = memberCalled(policy, request.knownTo)
  const settled = facts.mine?.status === 'qualified' || facts.mine?.status === 'routed'
  const owner = named ?? (settled || facts.mine === null ? ownerOnFile(facts, policy) : null)
  if (!owner || (request.asked.length > 0 && named === null)) return null
  const why = named ? `said to have talked to ${owner.name}` : settled ? 'wrote again' : 'their company is on file'
  return {
    say: [...answer, named ? say.leftWith(owner.name) : say.passedOn(owner.name)],
    notices: [tell(owner.id, noticeAbout(request, `${why.charAt(0).toUpperCase()}${why.slice(1)}`))],
    status: 'routed',
    class: request.class,
    owner: owner.id,
    because: why,
  }
}

/** The policy says neither yes nor no about their kind or their country, and they are not cold: a person decides. */
function silentAbout({ request, lead, band, facts, policy }: Case): Outcome | null {
  if (band === 'cold' || band === 'out') return null
  const { serves } = policy.facts
  const { industries, regions } = policy.leads.icp
  const listed = [...industries.want, ...industries.avoid]
  const sector = asksWhom(request)
    ? request.sectors.find((one) => serves[one] === undefined && !listed.includes(one))
    : undefined
  const { region } = lead.company
  const abroad = regions.want.length > 0 && region !== null && !regions.want.some((one) => one.split('-')[0] === region)
  const what = sector ?? (abroad && facts.mine?.status !== 'qualified' ? region : undefined)
  if (what === undefined || what === null) return null
  const owner = askedFor(policy, facts, 'NO_RULE', null)
  const say = phrasesIn(request.language)
  const where = sector === undefined ? 'leads.icp.regions' : 'facts.serves'
  return {
    say: [say.askedAbout(owner.name, 'whom')],
    flag: {
      reason: 'NO_RULE',
      headline: `Decide whether to take ${nameFor(request.person)} (${what})`,
      rule: `${where} says nothing about ${what}`,
      evidence: [{ text: request.text.slice(0, 200), source: 'message' }],
      owner: owner.id,
    },
    notices: [],
    status: 'engaged',
    class: request.class,
    because: `${where} says nothing about ${what}`,
  }
}

const declinedSector = (request: Inbound, { facts: { serves } }: Policy): boolean =>
  request.sectors.some((sector) => serves[sector] === false)

function declined(request: Inbound, answer: readonly string[], scored: Scored, policy: Policy): Outcome {
  const say = phrasesIn(request.language)
  const { resource } = policy.facts.links
  const reason = scored.decline === null ? 'facts.serves: no' : `leads: ${scored.decline.replaceAll('_', ' ')}`
  return {
    say: [...answer, say.notAFit, ...(resource === null ? [] : [say.resource(resource)])],
    notices: [],
    status: 'disqualified',
    class: request.class,
    reason,
    because: reason,
  }
}

/** Answered with what everybody may know, and never followed up: the policy wants none of them. */
const neverALead = (request: Inbound, answer: readonly string[], entry: string): Outcome => ({
  say: answer.length > 0 ? answer : [phrasesIn(request.language).passOnQuestion],
  notices: [],
  status: 'disqualified',
  class: request.class,
  reason: `leads.never: ${entry}`,
  because: `leads.never: ${entry}`,
})

/** They say themselves that it is not for now: they are asked nothing, and taken up again in time. */
const isLater = ({ timeline }: Inbound): boolean => timeline !== null && timeline.value.timeline !== 'dated'

/** "Call me now": whoever takes the lead is told at once where they work; else times are offered. */
function callBack(of: Case): Outcome {
  const { request, scored, facts, policy } = of
  const say = phrasesIn(request.language)
  const { owner, notices, because } = given(of)
  const atWork = facts.team.now.some(({ id, working }) => id === owner.id && working)
  const called = { to: owner.id, text: noticeAbout(request, 'Asks to be called now', scored), urgent: true, how: [] }
  const route = { status: 'routed', class: request.class, owner: owner.id, because } as const
  if (atWork) return { ...route, say: [say.callBack(owner.name), say.callWhen], notices: [called] }
  return { ...route, ...meeting(request, owner, [], facts, policy), notices }
}

/** Everything that could change the band is known, or nothing more may be asked. */
function decided(of: Case, answer: readonly string[]): Outcome {
  const { request, scored, band, facts, policy } = of
  const say = phrasesIn(request.language)
  const lines = answer.length > 0 || request.asked.length === 0 ? answer : [say.noted]
  if (band !== 'hot' && (band !== 'warm' || isLater(request))) {
    const { resource } = policy.facts.links
    return {
      say: [...lines, ...(band === 'out' && resource !== null ? [say.resource(resource)] : []), say.whenReady],
      notices: [],
      status: 'nurture',
      class: request.class,
      nurtureAt: laterThan(request, facts.nowMs),
      because: `${band}: ${scored.total} points`,
    }
  }
  const { owner, notices, because } = given(of)
  const route = { notices, status: 'routed', class: request.class, owner: owner.id, because } as const
  if (band === 'hot' && request.kind !== 'aside') return { ...route, ...meeting(request, owner, lines, facts, policy) }
  return {
    ...route,
    say: [...lines, isVouched(facts) ? say.offerCall : (byPage(request, owner.id, facts) ?? say.passedOn(owner.name))],
  }
}

/** Who takes it, who hears of it, and whether somebody is woken. */
function given({ request, lead, scored, band, facts, policy }: Case) {
  const known = knownOf(lead)
  const routable = { band, region: known.region?.value ?? null, budget: known.budget?.value ?? null }
  const onFile = ownerOnFile(facts, policy)
  const routing = routeFor(routable, onFile?.id ?? null, policy, facts.team, facts.nowMs)
  const owner = memberById(policy, routing.to) ?? policy.people[0]
  if (!owner) throw new RangeError('a policy has at least one person')
  const wake = wakeFor(routable, policy)
  const text = noticeAbout(request, 'New lead for you', scored)
  const woken: Notice[] = wake ? [{ to: wake.who, text, urgent: true, how: wake.how }] : []
  const told = wake?.who === owner.id ? [] : [tell(owner.id, text)]
  return { owner, notices: [...woken, ...told], because: [routing.because, wake?.because].filter(Boolean).join('; ') }
}

/** A time to talk: kept times for who is vouched for, a public page for who only claims, else a person writes. */
function meeting(
  request: Inbound,
  owner: { id: string; name: string },
  lines: readonly string[],
  facts: Facts,
  policy: Policy,
): Pick<Outcome, 'say' | 'handOffs'> {
  const say = phrasesIn(request.language)
  if (policy.leads.autonomy.book === 'never') return { say: [...lines, say.passedOn(owner.name)] }
  if (!isVouched(facts)) return { say: [...lines, byPage(request, owner.id, facts) ?? say.passedOn(owner.name)] }
  const book: HandOff = {
    agent: 'scheduling',
    intent: 'book',
    text: say.aCallWith(owner.name.split(' ')[0] ?? owner.name),
  }
  return { say: [...lines, say.goodFit], handOffs: [book] }
}

function byPage(request: Inbound, owner: string, facts: Facts): string | null {
  const link = facts.bookingLink(owner)
  return link === null ? null : phrasesIn(request.language).bookHere(link)
}

/** When a lead that is not ready is taken up again: before the time it named, else in some months. */
function laterThan({ timeline }: Inbound, nowMs: number): string {
  const inMonths = DateTime.fromMillis(nowMs, { zone: 'utc' }).plus({ months: NURTURE_MONTHS }).toISODate() ?? ''
  const by = timeline?.value.by ?? null
  return by !== null && by > inMonths ? by : inMonths
}

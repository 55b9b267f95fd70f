import type { z } from 'zod'
import { cleanLine } from '#kernel/display.ts'
import { LeadDraft } from '#kernel/lead.ts'
import type { HandOff, Proposed, RulingDraft } from '#kernel/ruling.ts'
import { toIso } from '#kernel/time.ts'
import type { Named, WrittenDown } from '../../request/members.ts'
import { writeLead } from '../record.ts'
import { routeFor } from '../route/route.ts'
import { wakeFor } from '../route/wake.ts'
import { type LeadKnown, NOTHING_KNOWN } from '../score/known.ts'
import { factsOf, knownOf } from '../score/record.ts'
import { type Scored, scoreOf } from '../score/score.ts'
import type { TeamFacts } from './facts.ts'
import { sayLead, sayScore, sayWords } from './say.ts'

type Given = z.input<typeof LeadDraft>

/** A lead that a member writes down: scored, given to somebody, and what else the message wants handed on or named. */
export function add(ask: WrittenDown, facts: TeamFacts): RulingDraft {
  const { policy, asker, known, nowMs } = facts
  const [person] = ask.people
  if (!person && ask.company.name === null) {
    const text = 'Who is it? A name, an address or a company.'
    return { type: 'ask', question: { text, slots: ['who'] } }
  }
  const described = describe(ask, person ?? NOBODY, facts)
  const score = scoreOf(knownOf(described), policy)
  const owner = known?.owner ?? facts.identity?.contact?.owner ?? facts.identity?.account?.owner ?? null
  const { budget } = knownOf(described)
  const routable = { band: score.band, region: described.company.region, budget: budget?.value ?? null }
  const routing = routeFor(routable, owner, policy, facts.team, nowMs)
  const { interval: _i, couldChangeBand: _c, decline: _d, ...points } = score
  const draft = LeadDraft.parse({ ...described, score: points, owner: routing.to, status: known?.status ?? 'routed' })
  const written = writeLead(draft, known, `${asker.name} wrote it down; ${routing.because}`)
  const wake = wakeFor(routable, policy)
  const told = wake ? { to: wake.who, urgent: true, how: [...wake.how] } : { to: routing.to, urgent: false, how: [] }
  const lead = known?.id ?? (written ? 'plan:0' : null)
  const notice: Proposed = {
    kind: 'team.notify',
    args: { ...told, lead, text: `${asker.name} wrote down a lead for you: ${sayLead(draft)} (${sayScore(draft)}).` },
    because: wake?.because ?? routing.because,
  }
  const actions = [...(written ? [written] : []), ...(told.to === asker.id ? [] : [notice])]
  const handOffs = handOffsOf(ask, draft)
  const notes = [...sayFile(facts), ...sayRouting(routing, policy), ...sayUnknown(score), ...sayOthers(ask)]
  if (!written || actions.length === 0)
    return { type: 'answer', text: [`${sayLead(draft)} is on file just so.`, ...notes].join('\n') }
  return { type: 'propose', actions, notes, handOffs }
}

const NOBODY: Named = { name: null, email: null, phone: null, role: null }

/** The lead as the message leaves it: what is on file stays where the message says nothing. */
function describe(ask: WrittenDown, person: Named, { known, nowMs }: TeamFacts): LeadDraft {
  const at = toIso(nowMs)
  const said = saidIn(ask, person)
  const { id: _id, version: _version, ...before } = known ?? { id: '', version: '' }
  const file: Given = before
  const facts = new Map([...(file.facts ?? []), ...factsOf(said, at)].map((fact) => [fact.field, fact]))
  return LeadDraft.parse({
    ...file,
    person: { ...file.person, ...present(person) },
    company: {
      ...file.company,
      ...present({ name: ask.company.name, domain: ask.company.domain }),
      ...present({
        size: ask.headcount?.value ?? null,
        industry: ask.industry?.value ?? null,
        region: ask.region?.value ?? null,
      }),
    },
    source: file.source ?? { channel: 'member', referrer: ask.source, partner: ask.sentBy },
    ask: file.ask ?? ask.wants ?? ask.text.slice(0, 500),
    facts: [...facts.values()],
    ...(ask.budget && {
      amountMinor: ask.budget.value.amountMinor,
      currency: ask.budget.value.currency,
      period: ask.budget.value.period,
    }),
    needBy: ask.timeline?.value.by ?? file.needBy ?? null,
    firstTouchAt: file.firstTouchAt ?? at,
  } satisfies Given)
}

function saidIn(ask: WrittenDown, person: Named): LeadKnown {
  const { industry, headcount, region, budget, timeline } = ask
  return {
    ...NOTHING_KNOWN,
    industry,
    headcount,
    region,
    budget,
    role: person.role === null ? null : { value: person.role, span: person.role },
    timeline: timeline && { value: timeline.value.timeline, span: timeline.span },
    signals: {
      ...(ask.asked !== null && { asked: ask.asked }),
      ...(ask.sentBy !== null && { referral: `intro from ${ask.sentBy}` }),
    },
  }
}

/** Without what is not known. */
const present = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Partial<T>

/** What others do with the rest of the message, in words that name the lead. */
function handOffsOf(ask: WrittenDown, { person, company }: LeadDraft): z.input<typeof HandOff>[] {
  const who = person.email ?? person.name ?? company.name
  const firm = company.name ?? company.domain ?? person.name
  return [
    ...(ask.meeting !== null && who !== null
      ? [{ agent: 'scheduling', intent: 'book', text: `book a ${ask.meeting} with ${who}` }]
      : []),
    ...(ask.deal !== null && firm !== null
      ? [{ agent: 'crm-update', intent: 'create', text: `make a deal for ${firm}: ${ask.deal}` }]
      : []),
  ]
}

function sayFile({ known, identity }: TeamFacts): string[] {
  if (known) return [`It was on file already: ${sayLead(known)} (${sayScore(known)}).`]
  return identity?.contact ? ['They are a contact on file already.'] : []
}

const sayRouting = ({ because, unsure }: ReturnType<typeof routeFor>, policy: TeamFacts['policy']): string[] =>
  unsure === null
    ? [`Given by ${because}.`]
    : [
        `Given by ${because}; whether "${unsure}" holds cannot be told: the amount is in another currency than ${policy.company.currency}, and the policy has no rate.`,
      ]

/** What would tell more, where it could make another band of it. */
function sayUnknown({ couldChangeBand, factors, interval }: Scored): string[] {
  const unknown = factors.filter(({ evidence }) => evidence === null).map(({ rule }) => rule)
  if (!couldChangeBand || unknown.length === 0) return []
  return [`It may become anything from ${interval.least} to ${interval.most}; not known: ${unknown.join(', ')}.`]
}

/** Whose job something else is, is said: nobody's yet. */
const sayOthers = ({ others }: WrittenDown): string[] =>
  others.map((one) => `I cannot do this yet: ${sayWords(cleanLine(one))}.`)

import { canonical } from '#kernel/ids.ts'
import { type Lead, type LeadClass, LeadDraft, type LeadStatus } from '#kernel/lead.ts'
import type { FieldOp } from '#kernel/record.ts'
import type { Proposed } from '#kernel/ruling.ts'
import { toIso } from '#kernel/time.ts'
import type { Inbound } from '../request.ts'
import type { Facts } from './facts.ts'
import { factsWith } from './said-facts.ts'
import type { Score } from './score/score.ts'

/** What a message makes of a lead, beside what it says of itself. */
export interface Judgement {
  status: LeadStatus
  class: LeadClass
  reason: string | null
  /** Policy id. */
  owner: string | null
  score: Score | null
  /** Slots that are asked now. */
  asked: readonly string[]
  /** ISO date. */
  nurtureAt: string | null
  /** Whether they are answered now. */
  answered: boolean
}

/** The lead as the message leaves it, before anything is judged. */
export function knownLead(request: Inbound, facts: Facts): LeadDraft {
  const { mine, message, principal, conversation } = facts
  const { person, company, source, region, role, industry, headcount, budget, timeline } = request
  const before = mine ? withoutId(mine) : null
  return LeadDraft.parse({
    ...before,
    person: {
      name: mine?.person.name ?? person.name,
      email: mine?.person.email ?? person.email,
      phone: mine?.person.phone ?? person.phone,
      role: role?.value ?? mine?.person.role ?? null,
      language: request.language,
      zone: mine?.person.zone ?? principal.zone,
    },
    company: {
      name: mine?.company.name ?? company.name,
      domain: mine?.company.domain ?? company.domain,
      size: headcount?.value ?? mine?.company.size ?? null,
      industry: industry?.value ?? mine?.company.industry ?? null,
      region: region?.value ?? mine?.company.region ?? null,
    },
    source: mine?.source ?? { channel: message.channel, page: source.page, referrer: source.referrer, partner: null },
    conversations: [...(mine?.conversations ?? []).filter((one) => one !== conversation), conversation],
    ask: mine?.ask ?? (request.text.trim().slice(0, 500) || null),
    facts: factsWith(request, facts),
    amountMinor: budget ? budget.value.amountMinor : (mine?.amountMinor ?? null),
    currency: budget ? budget.value.currency : (mine?.currency ?? null),
    period: budget ? budget.value.period : (mine?.period ?? null),
    needBy: timeline?.value.by ?? mine?.needBy ?? null,
    firstTouchAt: mine?.firstTouchAt ?? toIso(Math.min(message.atMs, facts.nowMs)),
  })
}

/** The same with what was judged of it. */
export function judgedLead(lead: LeadDraft, judged: Judgement, nowMs: number): LeadDraft {
  const { score } = judged
  return LeadDraft.parse({
    ...lead,
    score: score && {
      fit: score.fit,
      intent: score.intent,
      total: score.total,
      band: score.band,
      completeness: score.completeness,
      factors: score.factors,
    },
    status: judged.status,
    class: judged.class,
    reason: judged.reason,
    owner: judged.owner,
    firstReplyAt: lead.firstReplyAt ?? (judged.answered ? toIso(nowMs) : null),
    asked: [...new Set([...lead.asked, ...judged.asked])],
    nurtureAt: judged.nurtureAt,
  })
}

/** The write that brings a lead up to date; null where there is nothing to write. */
export function writeLead(draft: LeadDraft, mine: Lead | null, because: string): Proposed | null {
  if (!mine) return { kind: 'lead.create', args: { draft }, because }
  const ops = opsBetween(withoutId(mine), draft)
  return ops.length === 0 ? null : { kind: 'lead.update', args: { id: mine.id, version: mine.version, ops }, because }
}

function opsBetween(before: LeadDraft, after: LeadDraft): FieldOp[] {
  const paths = Object.keys(after).filter((path) => path !== 'custom') as (keyof LeadDraft)[]
  return paths
    .filter((path) => canonical(before[path]) !== canonical(after[path]))
    .map((path) => ({ path, before: before[path] as FieldOp['before'], after: after[path] as FieldOp['after'] }))
}

const withoutId = ({ id: _id, version: _version, ...draft }: Lead): LeadDraft => draft

import type { LeadDraft, LeadFact } from '#kernel/lead.ts'
import { writeMoney } from '#kernel/money.ts'
import type { Known, LeadKnown, Penalty, Signal, Timeline } from './known.ts'

type OnFile = Pick<LeadDraft, 'person' | 'company' | 'facts' | 'amountMinor' | 'currency' | 'period' | 'needBy'>

const SIGNALS: readonly Signal[] = ['asked', 'referral', 'pricing_page', 'quick_reply']
const PENALTIES: readonly Penalty[] = ['enterprise_claim', 'gibberish', 'avoid_list']

/**
 * What a lead's record knows of it: its fields, with the words its facts quote for them. Of several facts about one field the
 * newest counts, in whatever order they stand.
 */
export function knownOf(lead: OnFile): LeadKnown {
  const newest = newestOf(lead.facts)
  const quoted = <T>(value: T | null, field: string): Known<T> | null =>
    value === null ? null : { value, span: newest.get(field)?.span ?? String(value) }
  const said = <T>(field: string, read: (value: string) => T | null): Known<T> | null => {
    const fact = newest.get(field)
    const value = fact ? read(fact.value) : null
    return fact && value !== null ? { value, span: fact.span } : null
  }
  const { amountMinor, currency, period } = lead
  const budget = newest.get('budget')
  return {
    industry: quoted(lead.company.industry, 'industry'),
    headcount: quoted(lead.company.size, 'headcount'),
    region: quoted(lead.company.region, 'region'),
    role: quoted(lead.person.role, 'role'),
    budget:
      amountMinor === null || currency === null
        ? null
        : { value: { amountMinor, currency, period }, span: budget?.span ?? writeMoney({ amountMinor, currency }) },
    authority: said('authority', yesOrNo),
    need: said('need', yesOrNo),
    timeline:
      said('timeline', (value) => (isTimeline(value) ? value : null)) ??
      (lead.needBy === null ? null : { value: 'dated', span: lead.needBy }),
    signals: seenIn(newest, SIGNALS),
    penalties: seenIn(newest, PENALTIES),
  }
}

/** What is known, as facts of the record; what stands in fields of its own is quoted here too. */
export function factsOf(known: LeadKnown, at: string): LeadFact[] {
  const fact = (field: string, one: Known<unknown> | null, value = String(one?.value)): LeadFact[] =>
    one === null ? [] : [{ field, value, span: one.span, at }]
  const seen = Object.entries({ ...known.signals, ...known.penalties }).map(([field, span]) => ({
    field,
    value: 'yes',
    span,
    at,
  }))
  const { budget, authority, need } = known
  return [
    ...fact('industry', known.industry),
    ...fact('headcount', known.headcount),
    ...fact('region', known.region),
    ...fact('role', known.role),
    ...fact('budget', budget, budget ? [budget.value.amountMinor, budget.value.currency].join(' ') : ''),
    ...fact('authority', authority, authority?.value ? 'yes' : 'no'),
    ...fact('need', need, need?.value ? 'yes' : 'no'),
    ...fact('timeline', known.timeline),
    ...seen,
  ]
}

function newestOf(facts: readonly LeadFact[]): Map<string, LeadFact> {
  const inOrder = facts.toSorted((a, b) => compare(a.at, b.at) || compare(a.value, b.value) || compare(a.span, b.span))
  return new Map(inOrder.map((fact) => [fact.field, fact]))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const yesOrNo = (value: string): boolean | null => (value === 'yes' ? true : value === 'no' ? false : null)

const isTimeline = (value: string): value is Timeline => ['dated', 'vague', 'none'].includes(value)

function seenIn<Name extends string>(
  newest: ReadonlyMap<string, LeadFact>,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const seen: Partial<Record<Name, string>> = {}
  for (const name of names) {
    const fact = newest.get(name)
    if (fact?.value === 'yes') seen[name] = fact.span
  }
  return seen
}

import { addressOf } from '#policy/people.ts'
import type { Policy } from '#policy/policy.ts'
import type { Scope } from '#ports/agent.ts'
import type { Asking } from '../request/query.ts'
import type { QueryFacts } from '../rules/reads/facts.ts'
import { whoseTalk } from '../rules/reads/log.ts'
import { meantBy } from '../rules/reads/meant.ts'

/** Records whose history is looked up for one question. */
const MOST_HISTORIES = 6

/** Looks up what a question about records, or a change for many, is answered from. */
export async function gatherAsking(request: Asking, scope: Scope<Policy>): Promise<QueryFacts> {
  const { lookups, policy, principal, nowMs } = scope
  const [accounts, contacts, deals, leads, activities, written, alias] = await Promise.all([
    lookups['crm.list']('account'),
    lookups['crm.list']('contact'),
    lookups['crm.list']('deal'),
    lookups['crm.list']('lead'),
    lookups['crm.list']('activity'),
    writtenBy(lookups),
    'name' in request && request.name ? lookups['crm.aliases'](request.name) : null,
  ])
  const facts: QueryFacts = {
    onFile: { accounts, contacts, deals, leads, activities },
    written,
    members: policy.people.map((person) => ({ id: person.id, name: person.name, address: addressOf(person) })),
    self: principal.id,
    zone: principal.zone,
    nowMs,
    stages: policy.crm.stages,
    currency: policy.company.currency,
    rates: policy.rates,
    dateOrder: policy.company.dateOrder,
    locale: policy.company.language,
    staleMs: policy.crm.staleMs,
    match: policy.crm.match,
    alias: alias?.own ? alias : null,
    history: [],
    untidy: [],
    talk: null,
  }
  if (request.kind === 'query' && request.ask === 'history')
    return { ...facts, history: await historyOf(request, facts, lookups) }
  if (request.kind === 'query' && (request.ask === 'tidy' || request.ask === 'duplicates')) {
    const mine = request.set.tests.some((test) => test.test === 'owner')
    return { ...facts, untidy: await lookups['crm.untidy'](mine ? principal.id : null) }
  }
  if (request.kind === 'log') {
    const [row, ...others] = whoseTalk(request, facts)
    if (row && others.length === 0)
      return { ...facts, talk: await lookups['talk.last'](row.record.id, request.channel) }
  }
  return facts
}

async function writtenBy(lookups: Scope['lookups']): Promise<QueryFacts['written']> {
  const kinds = ['account', 'contact', 'deal', 'lead'] as const
  return Object.assign({}, ...(await Promise.all(kinds.map((kind) => lookups['history.written'](kind)))))
}

async function historyOf(
  request: Extract<Asking, { kind: 'query' }>,
  facts: QueryFacts,
  lookups: Scope['lookups'],
): Promise<QueryFacts['history']> {
  const meant = meantBy(request, facts)
  if (!('rows' in meant)) return []
  const all = await Promise.all(
    meant.rows.slice(0, MOST_HISTORIES).map(({ record }) => lookups['history.of'](record.id)),
  )
  return all.flat()
}

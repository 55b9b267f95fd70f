import { DAY_MS } from '#kernel/units.ts'
import { addressOf, memberById } from '#policy/people.ts'
import type { Policy } from '#policy/policy.ts'
import type { Scope } from '#ports/agent.ts'
import { bookOf } from './book.ts'
import type { Asking } from './request/query.ts'
import type { Request } from './request.ts'
import type { Facts } from './rules/facts.ts'

/** What was done so lately speaks for a record. */
const TOUCHED_MS = 14 * DAY_MS
/** Actions that "it" may reach back to. */
const MOST_RECENT = 10
const RECORD_ACTION = /^(account|contact|deal)\./u

/** Looks up what the rules need for a request: the records, what names mean, and what was last spoken of. */
export async function gather(request: Exclude<Request, Asking>, scope: Scope<Policy>): Promise<Facts> {
  const { principal, policy, nowMs, channel, conversation } = scope
  const member = principal.kind === 'member' ? memberById(policy, principal.id) : undefined
  const [book, aliases, recent, lead] = await Promise.all([
    bookOf(scope),
    aliasesFor(request, scope),
    recentFor(scope),
    leadSpokenOf(scope),
  ])
  return {
    nowMs,
    zone: principal.zone,
    principal,
    channel,
    conversation,
    me: member ? addressOf(member) : principal.id,
    book,
    aliases,
    recent,
    lead,
    touched: new Set(recent.filter(({ atMs }) => nowMs - atMs <= TOUCHED_MS).map(({ key }) => key)),
  }
}

/** What the names in a request were explained to mean before. */
async function aliasesFor(
  request: Exclude<Request, Asking>,
  { lookups, principal }: Scope<Policy>,
): Promise<Facts['aliases']> {
  if (request.kind !== 'write' || principal.kind !== 'member') return {}
  const words = request.steps.flatMap((step) => ('subject' in step && step.subject.words ? [step.subject.words] : []))
  const found = await Promise.all(
    [...new Set(words)].map(async (one) => [one, await lookups['crm.aliases'](one)] as const),
  )
  return Object.fromEntries(
    found.flatMap(([one, alias]) =>
      alias ? [[one.toLowerCase(), { key: `${alias.kind}:${alias.id}`, own: alias.own }] as const] : [],
    ),
  )
}

/** What this conversation last changed, newest first: records, and the guests from outside of its meetings. */
async function recentFor({ lookups, principal }: Scope<Policy>): Promise<Facts['recent']> {
  if (principal.kind !== 'member') return []
  const actions = await lookups['history.recent']()
  const keys = await Promise.all(
    actions.slice(0, MOST_RECENT).map(async ({ kind, record, atMs }) => {
      const of = RECORD_ACTION.exec(kind)?.[1]
      const found = of ? [`${of}:${record}`] : kind.startsWith('calendar.') ? await guestsOf(record, lookups) : []
      return found.map((key) => ({ key, atMs }))
    }),
  )
  return keys.flat()
}

async function leadSpokenOf({ lookups, principal }: Scope<Policy>): Promise<string | null> {
  if (principal.kind !== 'member') return null
  const written = (await lookups['history.recent']()).find(({ kind }) => kind.startsWith('lead.'))
  const lead = written ? await lookups['crm.get']('lead', written.record) : null
  return lead && (lead.company.name ?? lead.person.name)
}

async function guestsOf(event: string, lookups: Scope['lookups']): Promise<string[]> {
  const attendees = (await lookups['calendar.event'](event))?.attendees ?? []
  const contacts = await Promise.all(attendees.map(({ address }) => lookups['crm.byAddress'](address)))
  return contacts.flatMap((contact) => (contact ? [`contact:${contact.id}`] : []))
}

import type { Reach } from '#kernel/reach.ts'
import { HOUR_MS } from '#kernel/units.ts'
import type { Policy } from '#policy/policy.ts'
import type { Scope } from '#ports/agent.ts'
import { bookOf } from './book.ts'
import type { Request } from './request.ts'
import type { Facts } from './rules/facts.ts'
import { peopleAt, whoIs } from './rules/who.ts'

/** Actions that "them" may reach back to. */
const MOST_RECENT = 10

/** Looks up what the rules need: who is on file, what names mean, and how those who may be meant can be reached. */
export async function gather(request: Request, scope: Scope<Policy>): Promise<Facts> {
  const { lookups, policy, principal, nowMs } = scope
  const book = await bookOf(scope)
  const aliases = Object.fromEntries(
    (
      await Promise.all(
        request.whom.map(
          async ({ words }) =>
            [words.toLowerCase(), words === '' ? null : await lookups['crm.aliases'](words)] as const,
        ),
      )
    ).flatMap(([words, found]) => (found?.own ? [[words, `${found.kind}:${found.id}`] as const] : [])),
  )
  const facts: Facts = { nowMs, principal, book, aliases, recent: await recentPeople(scope), reach: new Map() }
  const ids = new Set(whoMayBeMeant(request, facts, policy))
  const reach = await Promise.all([...ids].map(async (id) => [id, await lookups['reach.of'](id)] as const))
  return { ...facts, reach: new Map(reach.filter((one): one is [string, Reach] => one[1] !== null)) }
}

/** Contacts that were written, and guests of meetings that were, newest first. */
async function recentPeople({ lookups, nowMs }: Scope<Policy>): Promise<string[]> {
  const actions = (await lookups['history.recent']()).filter(({ atMs }) => nowMs - atMs <= HOUR_MS)
  const people = await Promise.all(
    actions.slice(0, MOST_RECENT).map(async ({ kind, record }) => {
      if (kind.startsWith('contact.')) return [record]
      if (!kind.startsWith('calendar.')) return []
      const attendees = (await lookups['calendar.event'](record))?.attendees ?? []
      const contacts = await Promise.all(attendees.map(({ address }) => lookups['crm.byAddress'](address)))
      return contacts.flatMap((contact) => (contact ? [contact.id] : []))
    }),
  )
  return people.flat()
}

/** Contacts that are named, and everybody at the companies that are. */
function whoMayBeMeant(request: Request, facts: Facts, policy: Policy): string[] {
  if (request.kind === 'update' && request.all) return facts.book.contacts.map(({ id }) => id)
  const named = request.whom.flatMap((whom) => {
    const who = whoIs(whom, facts, policy)
    if (who.type === 'contact') return [who.contact.id]
    return who.type === 'which'
      ? who.choices.flatMap(({ value }) => (value.startsWith('contact:') ? [value.slice('contact:'.length)] : []))
      : []
  })
  const companies = facts.book.accounts.flatMap((account) => {
    const people = peopleAt(account, facts.book).map(({ id }) => id)
    return people.some((id) => named.includes(id)) ? people : []
  })
  return [...named, ...companies]
}

import type { Account } from '#kernel/account.ts'
import type { Contact } from '#kernel/contact.ts'
import type { Deal } from '#kernel/deal.ts'
import type { Scope } from '#ports/agent.ts'

/** The records as the asker may see them, and the names of the team's own fields. */
export interface Book {
  accounts: readonly Account[]
  contacts: readonly Contact[]
  deals: readonly Deal[]
  fields: { account: readonly string[]; contact: readonly string[]; deal: readonly string[] }
}

const opened = new WeakMap<Scope, Promise<Book>>()

/** Opens the book once a run: reader and rules see the same records. */
export function bookOf(scope: Scope): Promise<Book> {
  const known = opened.get(scope)
  if (known) return known
  const book = open(scope)
  opened.set(scope, book)
  return book
}

async function open(scope: Scope): Promise<Book> {
  const { lookups, principal } = scope
  if (principal.kind !== 'member') return ownPage(scope)
  const [accounts, contacts, deals, account, contact, deal] = await Promise.all([
    lookups['crm.list']('account'),
    lookups['crm.list']('contact'),
    lookups['crm.list']('deal'),
    lookups['crm.fields']('account'),
    lookups['crm.fields']('contact'),
    lookups['crm.fields']('deal'),
  ])
  return { accounts, contacts, deals, fields: { account, contact, deal } }
}

/** Somebody outside sees themselves at the most. */
async function ownPage({ lookups, principal }: Scope): Promise<Book> {
  const own = principal.kind === 'client' ? await lookups['crm.get']('contact', principal.id) : null
  return { accounts: [], contacts: own ? [own] : [], deals: [], fields: { account: [], contact: [], deal: [] } }
}

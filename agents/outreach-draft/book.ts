import { type Account, AccountDraft } from '#kernel/account.ts'
import type { Contact } from '#kernel/contact.ts'
import type { Deal } from '#kernel/deal.ts'
import type { Scope } from '#ports/agent.ts'

/** Who is on file, and who is of the team: what names in a message may mean. */
export interface Book {
  contacts: readonly Contact[]
  accounts: readonly Account[]
  deals: readonly Deal[]
  members: readonly { id: string; name: string; address: string }[]
}

const opened = new WeakMap<Scope, Promise<Book>>()

/** Opens the book once a run: reader and rules see the same people. Whoever is no member of the team finds it empty. */
export function bookOf(scope: Scope): Promise<Book> {
  const known = opened.get(scope)
  if (known) return known
  const book = open(scope)
  opened.set(scope, book)
  return book
}

async function open({ lookups }: Scope): Promise<Book> {
  const [contacts, accounts, deals, members] = await Promise.all([
    lookups['crm.list']('contact'),
    lookups['crm.list']('account'),
    lookups['crm.list']('deal'),
    lookups['people.members'](),
  ])
  return { contacts, accounts: [...accounts, ...companiesBeside(accounts, contacts)], deals, members }
}

/** Marks a company that people name as theirs and that is no account on file. */
const UNFILED = '='
/** Whether a company is on file as an account, so that a name can be learned for it. */
export const isFiled = (accountId: string): boolean => !accountId.startsWith(UNFILED)

function companiesBeside(accounts: readonly Account[], contacts: readonly Contact[]): Account[] {
  const known = new Set(accounts.flatMap(({ name, aliases }) => [name, ...aliases]).map((name) => name.toLowerCase()))
  const named = contacts.flatMap(({ company }) => (company && !known.has(company.toLowerCase()) ? [company] : []))
  return [...new Set(named)].map((name) => ({ ...AccountDraft.parse({ name }), id: `${UNFILED}${name}`, version: '' }))
}

/** What people call a contact: each of their names, their address. */
export function namesOfContact({ name, emails }: Pick<Contact, 'name' | 'emails'>): string[] {
  const parts = (name ?? '').split(/\s+/u).filter(Boolean)
  const given = parts.length > 1 ? [parts[0] ?? '', parts.at(-1) ?? ''] : []
  return [...new Set([...(name === null ? [] : [name]), ...given, ...emails])]
}

/** What people call an account. */
export const namesOfAccount = ({ name, aliases, domains }: Pick<Account, 'name' | 'aliases' | 'domains'>): string[] => [
  ...new Set([name, ...aliases, ...domains]),
]

/** How a contact is called in a sentence. */
export const labelOf = ({ name, emails, phones, id }: Contact): string => name ?? emails[0] ?? phones[0] ?? id

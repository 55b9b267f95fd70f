import type { Account } from '#kernel/account.ts'
import type { Contact } from '#kernel/contact.ts'
import type { Deal } from '#kernel/deal.ts'
import type { Book } from './book.ts'
import type { Kind } from './request/write.ts'

/** A record with its kind. */
export type Entry =
  | { kind: 'account'; record: Account }
  | { kind: 'contact'; record: Contact }
  | { kind: 'deal'; record: Deal }

/** `deal:d1`: how choices and answers name a record. */
export const keyOf = ({ kind, record }: Entry): string => `${kind}:${record.id}`

/** The record a key names, or null. */
export function entryOf(key: string, book: Book): Entry | null {
  const [kind, ...rest] = key.split(':')
  const id = rest.join(':')
  return entriesOf(book, kind as Kind).find(({ record }) => record.id === id) ?? null
}

/** Every record of a kind. */
export function entriesOf(book: Book, kind: Kind): Entry[] {
  if (kind === 'account') return book.accounts.map((record) => ({ kind, record }))
  if (kind === 'contact') return book.contacts.map((record) => ({ kind, record }))
  return kind === 'deal' ? book.deals.map((record) => ({ kind, record })) : []
}

/** The account a deal is with, where it is on file. */
export const accountOf = (deal: Deal, book: Book): Account | null =>
  book.accounts.find(({ id }) => id === deal.account) ?? null

/** What people call a record. */
export function namesOf(entry: Entry, book: Book): string[] {
  switch (entry.kind) {
    case 'account':
      return namesOfAccount(entry.record)
    case 'contact':
      return present([entry.record.name, ...entry.record.emails])
    case 'deal': {
      const { name, company, contact } = entry.record
      const account = accountOf(entry.record, book)
      const person = book.contacts.find(({ id }) => id === contact)?.name ?? null
      return present([name, company, person, ...(account ? namesOfAccount(account) : [])])
    }
  }
}

const namesOfAccount = ({ name, aliases, domains }: Account): string[] => present([name, ...aliases, ...domains])

const present = (names: readonly (string | null)[]): string[] => [...new Set(names.filter((name) => name !== null))]

/** How a record is called in a sentence. */
export function labelOf(entry: Entry, book: Book): string {
  if (entry.kind === 'contact') return entry.record.name ?? entry.record.emails[0] ?? entry.record.id
  if (entry.kind === 'account') return entry.record.name
  const { name, company, id } = entry.record
  return name ?? accountOf(entry.record, book)?.name ?? company ?? id
}

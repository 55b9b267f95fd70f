import type { Account } from '#kernel/account.ts'
import type { Principal } from '#kernel/principal.ts'
import type { Policy } from '#policy/policy.ts'
import type { Book } from '../book.ts'

/** The lines of the policy that the rules of records look at. */
export type RecordPolicy = Pick<Policy, 'company' | 'crm' | 'people'>

/** The world as far as a request needs it. */
export interface Facts {
  nowMs: number
  /** Zone of the speaker: their days are theirs. */
  zone: string
  principal: Principal
  channel: string
  conversation: string
  /** Address of the speaker, as records name owners. */
  me: string
  book: Book
  /** What names mean that were explained before, by the words in small letters: for the speaker, else for somebody else. */
  aliases: Readonly<Record<string, { key: string; own: boolean }>>
  /** Keys of the records this conversation last changed, newest first. */
  recent: readonly { key: string; atMs: number }[]
  /** The company, else the person, of the lead this conversation last wrote down; null where it wrote none. */
  lead: string | null
  /** Keys of records that something was done with in the last days. */
  touched: ReadonlySet<string>
}

/** How a member is called whom a record names as its owner. */
export function nameOfOwner(owner: string | null, { people }: RecordPolicy): string | null {
  if (owner === null) return null
  const known = people.find(({ id, email }) => id === owner || email === owner.toLowerCase())
  return known?.name.split(' ')[0] ?? owner
}

/** Country of numbers that name none: of the record's account, else of the company. */
export function countryFor(account: Account | null, { company }: RecordPolicy): string | undefined {
  const own = account?.country?.trim().toUpperCase()
  if (own && /^[A-Z]{2}$/u.test(own)) return own
  return company.holidays[0]?.slice(0, 2)
}

import type { Principal } from '#kernel/principal.ts'
import type { Reach } from '#kernel/reach.ts'
import type { Policy } from '#policy/policy.ts'
import type { Book } from '../book.ts'

/** The lines of the policy that messages to people outside look at. */
export type OutreachPolicy = Pick<Policy, 'company' | 'crm' | 'outreach' | 'people' | 'whatsapp'>

/** The world as far as a request needs it. */
export interface Facts {
  nowMs: number
  principal: Principal
  book: Book
  /** Records that names were explained to mean before, by the name in small letters: `account:a1`. */
  aliases: Readonly<Record<string, string>>
  /** Contacts that this conversation last did something with, newest first: "them". */
  recent: readonly string[]
  /** How those who may be meant can be reached, by contact. */
  reach: ReadonlyMap<string, Reach>
}

import type { Contact } from '#kernel/contact.ts'

/** Who is on file. Deals and activities join this port with the agents that use them. */
export interface Crm {
  readonly name: string
  contactByAddress(address: string): Promise<Contact | null>
  contactById(id: string): Promise<Contact | null>
  /** Contacts whose name, company or address resembles the words, best first. */
  findContacts(words: string, limit: number): Promise<readonly Contact[]>
}

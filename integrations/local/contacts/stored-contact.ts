import type { Contact } from '#kernel/contact.ts'
import type { LocalTables } from '../tables.ts'

/** A contact as it is kept: every cell as it was written, so that an export gives it back. */
export interface StoredContact {
  name: string | null
  /** One address, or several separated by `;`. */
  email: string | null
  /** One number, or several separated by `;`. */
  phone: string | null
  company: string | null
  owner: string | null
  status: string | null
  notes: string | null
  /** Other columns under their own names; an empty cell is an empty text. */
  custom: Readonly<Record<string, string>>
}

/** The fields that a column can fill, in the order of an export. */
export const FIELDS = ['name', 'email', 'phone', 'company', 'owner', 'status', 'notes'] as const

export type ContactRow = LocalTables['local_contacts']

const several = (cell: string | null): string[] =>
  (cell ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')

export const emailsOf = (stored: StoredContact): string[] => several(stored.email)
export const phonesOf = (stored: StoredContact): string[] => several(stored.phone)

/**
 * What a contact is found by: an e-mail address in lower case, a phone number as its digits (`00` and `+` alike left out,
 * fewer than five digits are an extension and no address). Null for anything else.
 */
export function addressKey(address: string): string | null {
  const text = address.trim().toLowerCase()
  if (text.includes('@')) return text
  const digits = text
    .replace(/^(?:whatsapp:|tel:)/, '')
    .replace(/^00/, '')
    .replace(/\D/g, '')
  return digits.length >= 5 ? digits : null
}

/** Every key of a contact, each once. */
export const addressKeys = (stored: StoredContact): string[] => [
  ...new Set([...emailsOf(stored), ...phonesOf(stored)].map(addressKey).filter((key) => key !== null)),
]

/** The row as the port shows it. */
export function contactOf(row: ContactRow): Contact {
  const stored: StoredContact = JSON.parse(row.body)
  const { email: _email, phone: _phone, ...rest } = stored
  return {
    ...rest,
    id: row.id,
    emails: emailsOf(stored),
    phones: phonesOf(stored),
    custom: { ...stored.custom },
    version: String(row.version),
  }
}

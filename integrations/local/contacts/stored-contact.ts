import { addressKey } from '#kernel/address-key.ts'
import { type Contact, ContactDraft } from '#kernel/contact.ts'
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

/** Every key of a contact, each once. */
export const addressKeys = (stored: StoredContact): string[] => [
  ...new Set([...emailsOf(stored), ...phonesOf(stored)].map(addressKey).filter((key) => key !== null)),
]

/** The fields of a row as the port shows them. */
export function contactFields(row: ContactRow): ContactDraft {
  const { email, phone, ...rest }: StoredContact = JSON.parse(row.body)
  return { ...rest, emails: several(email), phones: several(phone), custom: { ...rest.custom } }
}

/** The row as the port shows it. */
export const contactOf = (row: ContactRow): Contact => ({
  ...contactFields(row),
  id: row.id,
  version: String(row.version),
})

/** Fields as they are kept; addresses that did not change stay written as they were in `row`. */
export function storedFrom(fields: Readonly<Record<string, unknown>>, row?: ContactRow): StoredContact {
  const { emails, phones, name, company, owner, status, notes, custom } = ContactDraft.parse(fields)
  const before: StoredContact | null = row ? JSON.parse(row.body) : null
  const cell = (now: readonly string[], was: string | null) =>
    several(was).join(';') === now.join(';') ? was : now.join('; ') || null
  const email = cell(emails, before?.email ?? null)
  const phone = cell(phones, before?.phone ?? null)
  return { name, email, phone, company, owner, status, notes, custom }
}

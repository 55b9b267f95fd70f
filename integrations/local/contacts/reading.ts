import { addressKey } from '#kernel/address-key.ts'
import type { Reading } from '../csv/table.ts'
import { FIELDS, type StoredContact } from './stored-contact.ts'

export const MOST_CONTACTS = 100_000

/** How a CSV file of contacts is read: every cell as it was written. */
export const contactReading: Reading<(typeof FIELDS)[number], StoredContact> = {
  what: 'contacts',
  most: MOST_CONTACTS,
  idPrefix: 'c',
  fields: FIELDS,
  aliases: {
    id: ['contact id', 'record id'],
    name: ['full name', 'contact name', 'display name'],
    email: ['e mail', 'emails', 'email address', 'e mail address'],
    phone: ['phones', 'phone number', 'telephone', 'mobile', 'mobile phone'],
    company: ['company name', 'organization', 'organisation', 'account name'],
    owner: ['contact owner', 'owner email', 'assigned to'],
    status: ['contact status', 'lead status'],
    notes: ['note', 'comments'],
  },
  oneOf: ['name', 'email', 'phone'],
  read: ({ cells, custom }) => ({ ...cells, custom }),
  /** By address, else by name, else by all cells. */
  who: (stored) =>
    addressKey(stored.email ?? '') ?? addressKey(stored.phone ?? '') ?? stored.name ?? JSON.stringify(stored),
}

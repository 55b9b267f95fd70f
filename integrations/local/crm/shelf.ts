import type { RecordKind } from '#kernel/record.ts'
import type { Operation } from '#ports/sql.ts'
import * as contacts from '../contacts/contact-rows.ts'
import { contactFields, storedFrom } from '../contacts/stored-contact.ts'
import { keepLeadKeys } from './lead-keys.ts'
import * as records from './record-rows.ts'

/** A record as it stands in its table, archived or not. */
export interface Kept {
  id: string
  version: number
  archived: boolean
  fields: Readonly<Record<string, unknown>>
}

/** Where one kind of record is kept. */
export interface Shelf {
  get(id: string): Operation<Kept | null>
  /** Every one that is not put away. */
  all(): Operation<Kept[]>
  /** A text that changes whenever any of them does. */
  mark(): Operation<string>
  /** Puts a new one in. */
  add(id: string, fields: Kept['fields']): Operation<void>
  /** Writes the next version; false where somebody else did meanwhile. */
  replace(before: Kept, after: Pick<Kept, 'fields' | 'archived'>): Operation<boolean>
}

const contactShelf: Shelf = {
  *get(id) {
    const row = yield* contacts.contactRow(id)
    return row ? keptContact(row) : null
  },
  *all() {
    return (yield* contacts.allContacts()).map(keptContact)
  },
  mark: contacts.contactsMark,
  *add(id, fields) {
    yield* contacts.keepContact(id, storedFrom(fields))
  },
  *replace({ id, version }, { fields, archived }) {
    const row = yield* contacts.contactRow(id)
    return yield* contacts.replaceContact(id, storedFrom(fields, row), archived, version)
  },
}

const keptContact = (row: contacts.ContactRow): Kept => ({
  id: row.id,
  version: row.version,
  archived: row.archived === 1,
  fields: contactFields(row),
})

const recordShelf = (kind: records.StoredKind): Shelf => ({
  *get(id) {
    const row = yield* records.recordRow(kind, id)
    return row ? keptRecord(row) : null
  },
  *all() {
    return (yield* records.recordRows(kind)).map(keptRecord)
  },
  mark: () => records.recordsMark(kind),
  *add(id, fields) {
    yield* records.keepRecord(kind, id, fields, aboutOf(fields))
  },
  replace: ({ id, version }, { fields, archived }) =>
    records.replaceRecord(kind, id, { fields, archived, about: aboutOf(fields) }, version),
})

const keptRecord = (row: records.RecordRow): Kept => ({
  id: row.id,
  version: row.version,
  archived: row.archived === 1,
  fields: JSON.parse(row.body),
})

const leads = recordShelf('lead')
const leadShelf: Shelf = {
  ...leads,
  *add(id, fields) {
    yield* leads.add(id, fields)
    yield* keepLeadKeys(id, fields)
  },
  *replace(before, after) {
    const replaced = yield* leads.replace(before, after)
    if (replaced) yield* keepLeadKeys(before.id, after.archived ? null : after.fields)
    return replaced
  },
}

function aboutOf({ about }: Kept['fields']): string | null {
  if (about === null || typeof about !== 'object' || !('kind' in about) || !('id' in about)) return null
  return `${about.kind}:${about.id}`
}

export const SHELVES: Readonly<Record<RecordKind, Shelf>> = {
  account: recordShelf('account'),
  contact: contactShelf,
  deal: recordShelf('deal'),
  lead: leadShelf,
  activity: recordShelf('activity'),
}

import { sql as raw } from 'kysely'
import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../tables.ts'
import { addressKeys, type ContactRow, type StoredContact } from './stored-contact.ts'

const byId = statement(($: { id: string }, db) => db.selectFrom('local_contacts').selectAll().where('id', '=', $.id))
export function* contactRow(id: string): Operation<ContactRow | undefined> {
  return yield* first(byId({ id }))
}

const byAddress = statement(($: { address: string }, db) =>
  db
    .selectFrom('local_contact_addresses')
    .innerJoin('local_contacts', 'local_contacts.id', 'local_contact_addresses.contact')
    .selectAll('local_contacts')
    .where('address', '=', $.address)
    .orderBy('local_contacts.id')
    .limit(1),
)
/** The contact with that address key; the first by id where several share it. */
export function* contactRowByAddress(address: string): Operation<ContactRow | undefined> {
  return yield* first(byAddress({ address }))
}

const page = statement(($: { after: string; limit: number }, db) =>
  db.selectFrom('local_contacts').selectAll().where('id', '>', $.after).orderBy('id').limit($.limit),
)
/** Every contact, some at a time, in the order of the database. */
export function* contactsAfter(id: string, limit: number): Operation<ContactRow[]> {
  return yield* page({ after: id, limit })
}

const all = statement((_: object, db) => db.selectFrom('local_contacts').selectAll())
export function* allContacts(): Operation<ContactRow[]> {
  return yield* all({})
}

const mark = statement((_: object, db) =>
  db.selectFrom('local_contacts').select((one) => [one.fn.countAll().as('count'), one.fn.sum('version').as('sum')]),
)
/** A text that changes whenever any contact does. */
export function* contactsMark(): Operation<string> {
  const row = yield* first(mark({}))
  return `${row?.count} ${row?.sum}`
}

const upsert = statement(($: { id: string; body: string }, db) =>
  db
    .insertInto('local_contacts')
    .values({ id: $.id, version: 1, body: $.body })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((one) => ({ version: raw<number>`local_contacts.version + 1`, body: one.ref('excluded.body') }))
        .whereRef('local_contacts.body', '<>', 'excluded.body'),
    )
    .returning('version'),
)
const forgetAddresses = statement(($: { contact: string }, db) =>
  db.deleteFrom('local_contact_addresses').where('contact', '=', $.contact),
)
const insertAddress = statement(($: { address: string; contact: string }, db) =>
  db.insertInto('local_contact_addresses').values({ address: $.address, contact: $.contact }),
)
/** Writes a contact where it is new or says something else. */
export function* keepContact(id: string, stored: StoredContact): Operation<'added' | 'changed' | 'unchanged'> {
  const row = yield* first(upsert({ id, body: JSON.stringify(stored) }))
  if (row === undefined) return 'unchanged'
  yield* forgetAddresses({ contact: id })
  for (const address of addressKeys(stored)) yield* insertAddress({ address, contact: id })
  return row.version === 1 ? 'added' : 'changed'
}

const dropRow = statement(($: { id: string }, db) =>
  db.deleteFrom('local_contacts').where('id', '=', $.id).returning('id'),
)
const dropAddresses = statement(($: { id: string }, db) =>
  db.deleteFrom('local_contact_addresses').where('contact', '=', $.id),
)
/** Takes a contact off file, with its addresses. */
export function* removeContact(id: string): Operation<void> {
  yield* dropAddresses({ id })
  yield* dropRow({ id })
}

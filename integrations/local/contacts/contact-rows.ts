import { sql as raw } from 'kysely'
import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../tables.ts'
import { addressKeys, type ContactRow, type StoredContact } from './stored-contact.ts'

export type { ContactRow }

const byId = statement(($: { id: string }, db) => db.selectFrom('local_contacts').selectAll().where('id', '=', $.id))
/** The contact of that id, archived or not. */
export function* contactRow(id: string): Operation<ContactRow | undefined> {
  return yield* first(byId({ id }))
}

const byAddress = statement(($: { address: string }, db) =>
  db
    .selectFrom('local_contact_addresses')
    .innerJoin('local_contacts', 'local_contacts.id', 'local_contact_addresses.contact')
    .selectAll('local_contacts')
    .where('address', '=', $.address)
    .where('archived', '=', 0)
    .orderBy('local_contacts.id')
    .limit(1),
)
/** The contact with that address key; the first by id where several share it. */
export function* contactRowByAddress(address: string): Operation<ContactRow | undefined> {
  return yield* first(byAddress({ address }))
}

const page = statement(($: { after: string; limit: number }, db) =>
  db
    .selectFrom('local_contacts')
    .selectAll()
    .where('archived', '=', 0)
    .where('id', '>', $.after)
    .orderBy('id')
    .limit($.limit),
)
/** Every contact, some at a time, in the order of the database. */
export function* contactsAfter(id: string, limit: number): Operation<ContactRow[]> {
  return yield* page({ after: id, limit })
}

const all = statement((_: object, db) => db.selectFrom('local_contacts').selectAll().where('archived', '=', 0))
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
    .values({ id: $.id, version: 1, archived: 0, body: $.body })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((one) => ({
          version: raw<number>`local_contacts.version + 1`,
          archived: one.ref('excluded.archived'),
          body: one.ref('excluded.body'),
        }))
        .where((one) =>
          one.or([
            one('local_contacts.body', '<>', one.ref('excluded.body')),
            one('local_contacts.archived', '<>', one.ref('excluded.archived')),
          ]),
        ),
    )
    .returning('version'),
)
const forgetAddresses = statement(($: { contact: string }, db) =>
  db.deleteFrom('local_contact_addresses').where('contact', '=', $.contact),
)
const insertAddress = statement(($: { address: string; contact: string }, db) =>
  db.insertInto('local_contact_addresses').values({ address: $.address, contact: $.contact }),
)
/** Writes a contact where it is new or says something else; one that was put away is back. */
export function* keepContact(id: string, stored: StoredContact): Operation<'added' | 'changed' | 'unchanged'> {
  const row = yield* first(upsert({ id, body: JSON.stringify(stored) }))
  if (row === undefined) return 'unchanged'
  yield* keepAddresses(id, stored)
  return row.version === 1 ? 'added' : 'changed'
}

const replace = statement(($: { id: string; archived: number; body: string; seen: number; version: number }, db) =>
  db
    .updateTable('local_contacts')
    .set({ version: $.version, archived: $.archived, body: $.body })
    .where('id', '=', $.id)
    .where('version', '=', $.seen)
    .returning('id'),
)
/** Writes the next version of a contact; false where the version is not the one that was seen. */
export function* replaceContact(
  id: string,
  stored: StoredContact,
  archived: boolean,
  seen: number,
): Operation<boolean> {
  const body = JSON.stringify(stored)
  const row = yield* first(replace({ id, archived: archived ? 1 : 0, body, seen, version: seen + 1 }))
  if (row) yield* keepAddresses(id, stored)
  return row !== undefined
}

function* keepAddresses(contact: string, stored: StoredContact): Operation<void> {
  yield* forgetAddresses({ contact })
  for (const address of addressKeys(stored)) yield* insertAddress({ address, contact })
}

const dropRow = statement(($: { id: string }, db) =>
  db.deleteFrom('local_contacts').where('id', '=', $.id).returning('id'),
)
/** Takes a contact off file, with its addresses. */
export function* removeContact(id: string): Operation<void> {
  yield* forgetAddresses({ contact: id })
  yield* dropRow({ id })
}

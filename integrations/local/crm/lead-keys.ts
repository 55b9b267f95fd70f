import { LeadDraft } from '#kernel/lead.ts'
import { leadKeys } from '#kernel/own-lead.ts'
import type { Operation } from '#ports/sql.ts'
import { statement } from '../tables.ts'
import type { Kept } from './shelf.ts'

const forget = statement(($: { lead: string }, db) => db.deleteFrom('local_lead_keys').where('lead', '=', $.lead))
const insert = statement(($: { key: string; lead: string }, db) =>
  db.insertInto('local_lead_keys').values({ key: $.key, lead: $.lead }),
)
/** Writes down what a lead is found by; null: it is put away. */
export function* keepLeadKeys(lead: string, fields: Kept['fields'] | null): Operation<void> {
  yield* forget({ lead })
  for (const key of fields ? leadKeys(LeadDraft.parse(fields)) : []) yield* insert({ key, lead })
}

const withKey = statement(($: { key: string }, db) =>
  db
    .selectFrom('local_lead_keys')
    .innerJoin('local_records', 'local_records.id', 'local_lead_keys.lead')
    .select(['local_records.id', 'local_records.version', 'local_records.body'])
    .where('key', '=', $.key)
    .where('kind', '=', 'lead')
    .where('archived', '=', 0)
    // In the order of the keys' own index: by that of the records SQLite would go through every lead there is.
    .orderBy('local_lead_keys.lead'),
)
/** The leads with a key that are not put away, by id. */
export function* leadsWith(key: string): Operation<Kept[]> {
  const rows = yield* withKey({ key })
  return rows.map(({ id, version, body }) => ({ id, version, archived: false, fields: JSON.parse(body) }))
}

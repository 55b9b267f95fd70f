import { CARRIED, type Carried, type DeliveryReport, UNSENT, type Unsent } from '#ports/channel.ts'
import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../over.ts'

const rank = (carried: Carried | null): number => (carried === null ? -1 : CARRIED.indexOf(carried))

/** Where a message is, by a report that came after it: never back, and what has failed stays failed. */
export const further = (was: Carried | null, said: Carried): Carried | null =>
  was === 'failed' || rank(said) <= rank(was) ? was : said

const get = statement(($: { row: number }, db) =>
  db.selectFrom('outbox').select(['provider', 'carried']).where('id', '=', $.row),
)
const put = statement(($: { row: number; carried: Carried; why: string | null }, db) =>
  db.updateTable('outbox').set({ carried: $.carried, why: $.why }).where('id', '=', $.row),
)
/** Notes what a provider says of a message; false where that is no news, or is of another message. */
export function* carriedTo({ row, providerId, carried, why }: DeliveryReport): Operation<boolean> {
  const found = yield* first(get({ row }))
  if (!found || (found.provider !== null && !found.provider.split(' ').includes(providerId))) return false
  const now = further(found.carried, carried)
  if (now === found.carried || now === null) return false
  yield* put({ row, carried: now, why: now === 'failed' ? (why ?? 'refused') : null })
  return true
}

const whyOf = statement(($: { row: number }, db) =>
  db.selectFrom('outbox').select(['carried', 'why']).where('id', '=', $.row),
)
/** Why a message failed, where the provider has said so already; else null. */
export function* failedWith(row: number): Operation<Unsent | null> {
  const found = yield* first(whyOf({ row }))
  return found?.carried === 'failed' ? (UNSENT.find((one) => one === found.why) ?? 'refused') : null
}

const ofKey = statement(($: { key: string }, db) =>
  db.selectFrom('outbox').select(['carried', 'why']).where('key', '=', $.key),
)
/** How far a message was carried, by its key, and why it failed; undefined where there is none. */
export function* carriedOf(key: string): Operation<{ carried: Carried | null; why: Unsent | null } | undefined> {
  const row = yield* first(ofKey({ key }))
  return row && { carried: row.carried, why: UNSENT.find((one) => one === row.why) ?? null }
}

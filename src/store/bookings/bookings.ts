import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../over.ts'
import type { StoreTables } from '../tables.ts'

/** A time that a visitor chose, on its way to being an inbound event. */
export interface Booking {
  id: string
  page: string
  type: string | null
  /** Hash of the visitor's secret. */
  visitor: string
  task: string
  startMs: number
  endMs: number
  zone: string
  /** `held`: nothing is known of the visitor; `mailed`: their link is on its way; `sent`: it is in the journal; `left`: given up. */
  state: 'held' | 'mailed' | 'sent' | 'left'
  name: string | null
  email: string | null
  note: string | null
  /** When the hold (`held`) or the mailed link (`mailed`) ends. */
  untilMs: number
}

const insert = statement(
  ($: Booking & { token: string; createdMs: number; forgetMs: number; startMs: number; endMs: number }, db) =>
    db.insertInto('bookings').values({
      id: $.id,
      token: $.token,
      visitor: $.visitor,
      page: $.page,
      type: $.type,
      task: $.task,
      start_ms: $.startMs,
      end_ms: $.endMs,
      zone: $.zone,
      state: $.state,
      name: $.name,
      email: $.email,
      note: $.note,
      confirm: null,
      until_ms: $.untilMs,
      created_ms: $.createdMs,
      forget_ms: $.forgetMs,
    }),
)
/** Keeps a chosen time under the hash of its page's secret, until it is forgotten. */
export function* keepBooking(
  booking: Booking,
  how: { token: string; createdMs: number; forgetMs: number },
): Operation<void> {
  yield* insert({ ...booking, ...how })
}

const bySecret = statement(($: { hash: string }, db) =>
  db
    .selectFrom('bookings')
    .selectAll()
    .where((either) => either.or([either('token', '=', $.hash), either('confirm', '=', $.hash)])),
)
/** The booking whose page, or whose mailed link, has this secret. */
export function* bookingBySecret(hash: string): Operation<Booking | undefined> {
  const row = yield* first(bySecret({ hash }))
  return row && bookingOf(row)
}

const byConfirm = statement(($: { hash: string }, db) =>
  db.selectFrom('bookings').selectAll().where('confirm', '=', $.hash),
)
/** The booking whose mailed link has this secret. */
export function* bookingByLink(hash: string): Operation<Booking | undefined> {
  const row = yield* first(byConfirm({ hash }))
  return row && bookingOf(row)
}

const byVisitor = statement(($: { visitor: string }, db) =>
  db.selectFrom('bookings').selectAll().where('visitor', '=', $.visitor).orderBy('created_ms', 'desc').orderBy('id'),
)
/** Everything a visitor chose, newest first. */
export function* bookingsOf(visitor: string): Operation<Booking[]> {
  return (yield* byVisitor({ visitor })).map(bookingOf)
}

const mail = statement(
  (
    $: {
      id: string
      name: string
      email: string
      note: string | null
      confirm: string
      untilMs: number
      forgetMs: number
    },
    db,
  ) =>
    db
      .updateTable('bookings')
      .set({
        state: 'mailed',
        name: $.name,
        email: $.email,
        note: $.note,
        confirm: $.confirm,
        until_ms: $.untilMs,
        forget_ms: $.forgetMs,
      })
      .where('id', '=', $.id)
      .where('state', '=', 'held')
      .returning('id'),
)
/** A link was mailed, once; false where the booking waits for none. `confirm` is the hash of its secret. */
export function* markMailed(
  id: string,
  how: { name: string; email: string; note: string | null; confirm: string; untilMs: number; forgetMs: number },
): Operation<boolean> {
  return (yield* first(mail({ id, ...how }))) !== undefined
}

const settle = statement(($: { id: string; state: 'sent' | 'left'; forgetMs: number }, db) =>
  db
    .updateTable('bookings')
    .set({ state: $.state, name: null, email: null, note: null, forget_ms: $.forgetMs })
    .where('id', '=', $.id),
)
/** It is in the journal, or given up: who it was for is not kept here any longer. */
export function* settleBooking(id: string, state: 'sent' | 'left', forgetMs: number): Operation<void> {
  yield* settle({ id, state, forgetMs })
}

const undecided = statement((_$: Record<never, never>, db) =>
  db
    .selectFrom('bookings')
    .innerJoin('tasks', 'tasks.id', 'bookings.task')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('tasks.status', '=', 'waiting_human'),
)
/** How many requests of visitors wait for a person. */
export function* undecidedBookings(): Operation<number> {
  return Number((yield* first(undecided({})))?.count ?? 0)
}

const sweep = statement(($: { nowMs: number }, db) => db.deleteFrom('bookings').where('forget_ms', '<=', $.nowMs))
/** Takes away what is of no use any more. */
export function* sweepBookings(nowMs: number): Operation<void> {
  yield* sweep({ nowMs })
}

const bookingOf = (row: StoreTables['bookings']): Booking => ({
  id: row.id,
  page: row.page,
  type: row.type,
  visitor: row.visitor,
  task: row.task,
  startMs: row.start_ms,
  endMs: row.end_ms,
  zone: row.zone,
  state: row.state,
  name: row.name,
  email: row.email,
  note: row.note,
  untilMs: row.until_ms,
})

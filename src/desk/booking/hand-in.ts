import { sha256 } from '#kernel/ids.ts'
import { ENDED } from '#kernel/task.ts'
import { DAY_MS, SECOND_MS } from '#kernel/units.ts'
import { withhold } from '#language/withhold.ts'
import type { Opening } from '#ports/openings.ts'
import type { Operation } from '#ports/sql.ts'
import {
  type Booking,
  bookingByLink,
  bookingBySecret,
  markMailed,
  settleBooking,
  undecidedBookings,
} from '#store/bookings/bookings.ts'
import { holdSlot, releaseHold, SlotTaken } from '#store/holds/holds.ts'
import { enqueue } from '#store/outbox/outbox.ts'
import { taskById } from '#store/tasks/task-rows.ts'
import { settled } from '../views/settled.ts'
import { HELD, nextTimes } from './choose.ts'
import { addressesAt, heldSpan, kindAt, offeredBy, pageAt } from './pages.ts'
import { type BookingParts, CHANNEL, conversationOf, holdKey, MAIL, ON_ITS_WAY_MS, senderOf } from './parts.ts'

const SECRET_BYTES = 16
/** How long a page waits for the desk before it is drawn. */
const PATIENCE_MS = 4 * SECOND_MS
/** How long a page can be looked at after the meeting, and after a link ran out. */
const KEPT_MS = 30 * DAY_MS

/** What a visitor says of themselves. */
export interface Visitor {
  name: string
  email: string
  note: string | null
}

/** What a visitor is mailed. */
export interface MailedLetter {
  subject: string
  text: string
}

/** `gone`: the time was taken meanwhile. `void`: there is nothing left to hand in. `full`: too much waits for the host already. */
export type HandedIn = { done: 'sent' | 'mailed' | 'void' | 'full' } | { gone: readonly Opening[] }

/** Requests nobody has confirmed that may wait for the host at once: each of them keeps its time from others. */
const MOST_UNDECIDED = 20

/**
 * Takes the form of a held time. Where mail can be sent, its link comes first and nothing is asked of anybody before it was
 * followed; else the request goes to the host as what it is, from an address nobody confirmed. Handed in twice it is once.
 * @param letter the mail around a link
 */
export async function handIn(
  parts: BookingParts,
  secret: string,
  given: Visitor,
  letter: (link: string) => MailedLetter,
): Promise<HandedIn> {
  const { context } = parts.desk
  const { neverStore } = context.policy().privacy
  const visitor = {
    ...given,
    name: withhold(given.name, neverStore),
    note: given.note && withhold(given.note, neverStore),
  }
  const booking = await context.sql.read(() => bookingBySecret(sha256(secret)))
  if (!booking || booking.state === 'left') return { done: 'void' }
  if (booking.state !== 'held') return { done: booking.state }
  // Handed in already; a crash kept that from being written down.
  if (await context.sql.read(() => taskById(booking.task))) return send(parts, { ...booking, ...visitor }, 'claimed')
  const mails = context.mailer.configured
  if (!mails && (await context.sql.read(undecidedBookings)) >= MOST_UNDECIDED) return { done: 'full' }
  const keptMs = mails ? context.policy().booking.holdMs : ON_ITS_WAY_MS
  const gone = await keepLonger(parts, booking, keptMs)
  if (gone) return gone
  if (!mails) return send(parts, { ...booking, ...visitor }, 'claimed')
  await context.sql.write(() => mail(parts, booking, visitor, letter))
  parts.desk.wake()
  return { done: 'mailed' }
}

/** What a mailed link opens, while it does; looking uses nothing up. */
export async function linkTarget({ desk }: BookingParts, secret: string): Promise<Booking | null> {
  const booking = await desk.context.sql.read(() => bookingByLink(sha256(secret)))
  return booking ?? null
}

/** Follows a mailed link: its visitor is who they said they are. It confirms once; the same again changes nothing. */
export async function confirm(parts: BookingParts, secret: string): Promise<HandedIn> {
  const { context } = parts.desk
  const booking = await linkTarget(parts, secret)
  if (booking?.state === 'sent') return { done: 'sent' }
  if (booking?.state !== 'mailed' || booking.untilMs <= context.clock.nowMs()) return { done: 'void' }
  const gone = await keepLonger(parts, booking, ON_ITS_WAY_MS)
  return gone ?? send(parts, booking, 'verified')
}

/** Takes the hold again in the same name. Where it ran out and the time went to somebody else, the next times. */
async function keepLonger(
  { desk, openings }: BookingParts,
  booking: Booking,
  keptMs: number,
): Promise<{ gone: readonly Opening[] } | null> {
  const { context } = desk
  const page = pageAt(context.policy(), booking.page)
  const kind = page && kindAt(page, booking.type)
  if (!page || !kind) return { gone: [] }
  const nowMs = context.clock.nowMs()
  const { task, startMs } = booking
  const hold = {
    people: addressesAt(page),
    ...heldSpan(booking, kind),
    key: holdKey(task),
    expiresMs: nowMs + keptMs,
  }
  const kept = await context.sql
    .write(() => holdSlot(hold, nowMs))
    .then(() => true)
    .catch((error: unknown) => {
      if (error instanceof SlotTaken) return false
      throw error
    })
  const toMs = nowMs + context.policy().scheduling.defaults.horizonMs
  const query = { ...offeredBy(page, kind), fromMs: nowMs, toMs }
  // What holds the time is known by now; calendars may have changed.
  const open = kept ? await openings.find({ ...query, ...HELD }) : []
  if (open.some((one) => one.startMs === startMs)) return null
  return { gone: nextTimes(await openings.find({ ...query, except: [task], graceMs: 0 }), startMs) }
}

/** Puts the request into the journal. A crash before the last line leaves a booking that is handed in again, as the same event. */
async function send(parts: BookingParts, booking: Booking, assurance: 'verified' | 'claimed'): Promise<HandedIn> {
  const { desk, hub, openings } = parts
  const { context } = desk
  const page = pageAt(context.policy(), booking.page)
  const kind = page && kindAt(page, booking.type)
  if (!page || !kind) return { done: 'void' }
  const { id, name, email, note, startMs, endMs } = booking
  const nowMs = context.clock.nowMs()
  const { seq } = await desk.receiveFromPage({
    id,
    channel: CHANNEL,
    conversation: conversationOf(booking),
    kind: 'message',
    from: { ...senderOf(booking), name: name ?? '', email: email ?? '', assurance },
    text: note ?? '',
    job: openings.booking({ ...offeredBy(page, kind), startMs, endMs, name: name ?? '', note }),
    atMs: nowMs,
  })
  await context.sql.write(() => settleBooking(id, 'sent', endMs + KEPT_MS))
  await settled(context, hub, seq, PATIENCE_MS)
  const row = await context.sql.read(() => taskById(booking.task))
  // What was refused at once never reached a plan that would give the time back.
  if (row && ENDED.has(row.task.status)) await context.sql.write(() => releaseHold(holdKey(booking.task)))
  return { done: 'sent' }
}

function* mail(
  { desk, base }: BookingParts,
  booking: Booking,
  { name, email, note }: Visitor,
  letter: (link: string) => MailedLetter,
): Operation<void> {
  const { context } = desk
  const nowMs = context.clock.nowMs()
  const secret = Buffer.from(context.random.bytes(SECRET_BYTES)).toString('base64url')
  const untilMs = Math.min(nowMs + context.policy().booking.confirmWithinMs, booking.startMs)
  const how = { name, email, note, confirm: sha256(secret), untilMs, forgetMs: untilMs + KEPT_MS }
  if (!(yield* markMailed(booking.id, how))) return
  yield* enqueue({
    key: `${CHANNEL}:${booking.id}`,
    channel: MAIL,
    conversation: email,
    to: [],
    message: { type: 'reply', ...letter(`${base()}/book/confirm/${secret}`), choices: [], undo: [] },
    task: null,
    nowMs,
  })
}

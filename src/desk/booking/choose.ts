import { base32hex, idOf, sha256 } from '#kernel/ids.ts'
import { DAY_MS } from '#kernel/units.ts'
import type { Opening } from '#ports/openings.ts'
import type { Operation } from '#ports/sql.ts'
import { type Booking, bookingsOf, keepBooking, settleBooking, sweepBookings } from '#store/bookings/bookings.ts'
import { holdSlot, releaseHold, SlotTaken } from '#store/holds/holds.ts'
import type { DeskContext } from '../context.ts'
import { addressesAt, type BookingPage, heldSpan, type MeetingKind, offeredBy } from './pages.ts'
import { type BookingParts, GRACE_MS, holdKey, taskOf } from './parts.ts'

const ID_BYTES = 16
/** How many other times are named to somebody who came too late. */
const INSTEAD = 2

/** How calendars are asked once the time is held. */
export const HELD = { except: 'all', graceMs: GRACE_MS } as const

/** What a visitor pressed, and where they are. */
export interface Choice {
  page: BookingPage
  kind: MeetingKind
  startMs: number
  /** The secret in the visitor's browser. */
  visitor: string
  /** The zone times are shown to them in. */
  zone: string
}

/** The secret of the booking's page, or the next times where this one is gone. */
export type Chosen = { secret: string } | { instead: readonly Opening[] }

/**
 * Times on a page now, as its visitor sees them: what they hold themselves does not stand in their way.
 * @param isHeld the holds have spoken already, and only calendars are looked at
 */
export async function openingsFor(
  { desk, openings }: BookingParts,
  page: BookingPage,
  kind: MeetingKind,
  visitor: string | null,
  isHeld = false,
): Promise<readonly Opening[]> {
  const { context } = desk
  const nowMs = context.clock.nowMs()
  const own = visitor === null ? [] : await context.sql.read(() => bookingsOf(sha256(visitor)))
  const toMs = nowMs + context.policy().scheduling.defaults.horizonMs
  const except = own.filter((booking) => booking.state === 'held').map((booking) => booking.task)
  return openings.find({ ...offeredBy(page, kind), fromMs: nowMs, toMs, ...(isHeld ? HELD : { except, graceMs: 0 }) })
}

/**
 * Keeps a time for a visitor until they have said who they are. The same time chosen again, by a second click, a second tab or
 * the back button, is the same booking; another time takes the place of what they held before.
 */
export async function choose(parts: BookingParts, choice: Choice): Promise<Chosen> {
  const { context } = parts.desk
  const open = await openingsFor(parts, choice.page, choice.kind, choice.visitor)
  const opening = open.find(({ startMs }) => startMs === choice.startMs)
  const visitor = sha256(choice.visitor)
  if (!opening) {
    const known = (await context.sql.read(() => bookingsOf(visitor))).find((one) => isSame(one, choice))
    return known && known.state !== 'left'
      ? { secret: secretOf(choice.visitor, known.id) }
      : { instead: nextTimes(open, choice.startMs) }
  }
  const id = base32hex(context.random.bytes(ID_BYTES))
  const draft = draftOf(context, choice, { id, visitor, opening })
  const kept = await context.sql
    .write(() => keep(context, choice, draft))
    .catch((error: unknown) => {
      if (error instanceof SlotTaken) return null
      throw error
    })
  // Nobody can take it now; what was written into a calendar in between is seen here.
  const still = kept ? await openingsFor(parts, choice.page, choice.kind, choice.visitor, true) : []
  if (kept && still.some(({ startMs }) => startMs === choice.startMs)) return { secret: secretOf(choice.visitor, kept) }
  if (kept) await context.sql.write(() => giveUp(draft, context.clock.nowMs()))
  return { instead: nextTimes(await openingsFor(parts, choice.page, choice.kind, choice.visitor), choice.startMs) }
}

/** The secret of a booking's page follows from the visitor's own, so that it need not be kept to be found again. */
const secretOf = (visitor: string, id: string): string => idOf('', [visitor, id], 32)

const isSame = (booking: Booking, { page, kind, startMs }: Choice): boolean =>
  booking.page === page.slug && booking.type === kind.type && booking.startMs === startMs

/** The first times from the one that is gone on; the last ones before it where there are none. */
export function nextTimes(open: readonly Opening[], startMs: number): readonly Opening[] {
  const after = open.filter((one) => one.startMs > startMs).slice(0, INSTEAD)
  return after.length > 0 ? after : open.slice(-INSTEAD)
}

function draftOf(
  context: DeskContext,
  { page, kind, zone }: Choice,
  { id, visitor, opening }: { id: string; visitor: string; opening: Opening },
): Booking {
  const untilMs = context.clock.nowMs() + context.policy().booking.holdMs
  const { startMs, endMs } = opening
  const who = { name: null, email: null, note: null }
  const task = taskOf({ visitor, zone }, id)
  return { id, visitor, page: page.slug, type: kind.type, task, startMs, endMs, zone, state: 'held', ...who, untilMs }
}

/** The id of the visitor's booking of that time, new or known. @throws SlotTaken */
function* keep(context: DeskContext, choice: Choice, draft: Booking): Operation<string> {
  const nowMs = context.clock.nowMs()
  yield* sweepBookings(nowMs)
  const held = (yield* bookingsOf(draft.visitor)).filter((one) => one.state === 'held' && one.untilMs > nowMs)
  const known = held.find((one) => isSame(one, choice))
  if (known) return known.id
  for (const old of held.slice(context.policy().booking.perVisitor - 1)) yield* giveUp(old, nowMs)
  yield* holdSlot(
    {
      people: addressesAt(choice.page),
      ...heldSpan(draft, choice.kind),
      key: holdKey(draft.task),
      expiresMs: draft.untilMs,
    },
    nowMs,
  )
  const token = sha256(secretOf(choice.visitor, draft.id))
  yield* keepBooking(draft, { token, createdMs: nowMs, forgetMs: draft.untilMs + DAY_MS })
  return draft.id
}

/** Gives a time back before anything came of it. */
export function* giveUp(booking: Booking, nowMs: number): Operation<void> {
  yield* releaseHold(holdKey(booking.task))
  yield* settleBooking(booking.id, 'left', nowMs + DAY_MS)
}

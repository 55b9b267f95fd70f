import { idOf } from '#kernel/ids.ts'
import { MINUTE_MS } from '#kernel/units.ts'
import type { Openings } from '#ports/openings.ts'
import type { Booking } from '#store/bookings/bookings.ts'
import type { Desk } from '../desk.ts'
import { journalKey } from '../in/intake.ts'
import type { Hub } from '../views/hub.ts'

/** What booking pages work through. */
export interface BookingParts {
  desk: Desk
  hub: Hub
  openings: Openings
  /** How the pages are reached from outside, without a slash at the end. */
  base(): string
}

export const CHANNEL = 'booking'
/** The channel that carries a visitor's link, where mail can be sent. */
export const MAIL = 'email'

/** How long a time stays kept once it is on its way into the journal; the gate keeps it as long as it waits for a yes. */
export const ON_ITS_WAY_MS = 60 * MINUTE_MS

/** Minutes in which a visitor may fill in a form, and follow a link, without falling short of the notice meanwhile. */
export const GRACE_MS = 20 * MINUTE_MS

/** Name of a visitor in the journal: it follows from the secret in their browser and tells nothing of it. */
const visitorId = (visitor: string): string => `visitor-${visitor.slice(0, 12)}`

/** The sender and the place of everything that is handed in for a booking. */
export const senderOf = ({ visitor, zone }: Pick<Booking, 'visitor' | 'zone'>) => ({
  kind: 'stranger' as const,
  id: visitorId(visitor),
  zone,
})
export const conversationOf = ({ id }: Pick<Booking, 'id'>): string => `${CHANNEL}:${id}`

/** The task that an event of a booking will open: known before the event is, so that the hold can bear its name. */
export function taskOf(booking: Pick<Booking, 'visitor' | 'zone'>, eventId: string): string {
  const key = journalKey({ channel: CHANNEL, account: '', from: senderOf(booking), id: eventId })
  return idOf('t', [key, 0], 10)
}

/** What the gate will call the first action of a task; its hold only prolongs ours. */
export const holdKey = (task: string): string => `${task}.0`

import type { Hub } from '#desk/views/hub.ts'
import type { BookingWeb } from '#web/booking/parts.ts'
import { addressOf } from '#web/doors/address.ts'
import type { Composition } from './compose.ts'
import { openingsOf } from './openings.ts'

/** What booking pages are built of, out of a composition. @param base how they are reached from outside */
export const bookingWeb = ({ desk, context, local }: Composition, hub: Hub, base: () => string): BookingWeb => ({
  desk,
  hub,
  openings: openingsOf(context),
  base,
  addressOf,
  invite: (entry) => local.inviteText(entry, context.clock.nowMs()),
})

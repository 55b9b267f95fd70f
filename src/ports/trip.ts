/** The points of a message's trip between which a crash must be survivable. The kill tests stop the process at each. */
export const TRIP_POINTS = [
  'after-journal',
  'after-plan',
  'after-intent',
  'after-port-call',
  'after-read-back',
  'after-perform',
  'after-outbox-send',
  'flag-open',
  'after-decision',
] as const
export type TripPoint = (typeof TRIP_POINTS)[number]

/** Told at every point; the default does nothing. */
export interface Trip {
  reach(point: TripPoint): void
}
export const quietTrip: Trip = { reach() {} }

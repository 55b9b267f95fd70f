import { quietTrip, TRIP_POINTS, type Trip, type TripPoint } from '#ports/trip.ts'

/**
 * For the kill tests: `NIGHTDESK_KILL_AT=after-plan:2` ends this process with SIGKILL the second time the point is
 * reached. Without the setting nothing is watched.
 */
export function tripOf(environment: Readonly<Record<string, string | undefined>>): Trip {
  const [name, count] = (environment.NIGHTDESK_KILL_AT ?? '').split(':')
  const point = TRIP_POINTS.find((one) => one === name)
  if (!point) return quietTrip
  let left = Number(count ?? 1)
  return {
    reach(reached: TripPoint) {
      if (reached !== point || --left > 0) return
      process.stderr.write(`killed at ${point}\n`)
      process.kill(process.pid, 'SIGKILL')
    },
  }
}

import type { CalendarEvent } from '#kernel/event.ts'
import type { Policy } from '#policy/policy.ts'
import type { Scope } from '#ports/agent.ts'
import type { Request } from '../request.ts'
import { seriesIdOf } from '../rules/series.ts'

/** Series that one request may be about. */
const MOST_SERIES = 10

/** The series of the events in question, where all of one may be meant. */
export async function seriesOf(
  { which }: Request,
  events: readonly CalendarEvent[],
  scope: Scope<Policy>,
): Promise<Record<string, CalendarEvent>> {
  const whole = which !== null && (which.scope !== 'one' || which.all)
  const ids = [...new Set(events.flatMap((event) => seriesIdOf(event) ?? []))].slice(0, MOST_SERIES)
  const asked = whole || events.some((event) => event.recurrence !== null) ? ids : []
  const found = await Promise.all(asked.map((id) => scope.lookups['calendar.event'](id)))
  return Object.fromEntries(found.flatMap((event) => (event ? [[event.id, event]] : [])))
}

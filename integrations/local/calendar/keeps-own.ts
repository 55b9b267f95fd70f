import type { Attendee, SeriesChange } from '#kernel/event.ts'
import { canonical } from '#kernel/ids.ts'
import { occurrenceAt } from '#kernel/series/occurrences.ts'
import { momentToWall } from '#kernel/series/wall.ts'
import type { StoredEvent } from './stored-event.ts'

interface Change {
  /** The series before and after, and the instance's original start in each. */
  was: StoredEvent
  original: string
  is: StoredEvent
  renamed: string
}

/**
 * An instance that was changed before, in a series that changes: what it says otherwise than its series did it keeps, in
 * everything else it follows. Its time is one thing; of its guests each counts for themself.
 */
export function keepsOwn(
  instance: StoredEvent,
  { was, original, is, renamed }: Change,
  change: SeriesChange,
): StoredEvent {
  const followed = Object.keys(change).filter((field) => FOLLOWING.has(field)) as (
    | 'title'
    | 'location'
    | 'description'
  )[]
  const fields = followed.filter((field) => canonical(instance[field]) === canonical(was[field]))
  return {
    ...instance,
    ...Object.fromEntries(fields.map((field) => [field, is[field]])),
    ...(change.attendees ? { attendees: guestsOf(instance.attendees, was.attendees, is.attendees) } : {}),
    ...timeOf(instance, { was, original, is, renamed }),
  }
}

const FOLLOWING: ReadonlySet<string> = new Set(['title', 'location', 'description'])

function timeOf(instance: StoredEvent, { was, original, is, renamed }: Change): Pick<StoredEvent, 'start' | 'end'> {
  const { start, end } = instance
  const untouched = start === original && end === endAt(was, original)
  return untouched ? { start: renamed, end: endAt(is, renamed) } : { start, end }
}

const endAt = (series: StoredEvent, original: string): string =>
  occurrenceAt(series, momentToWall(original, series.zone)).end

/** Those the series gained come, those it lost go; the others stay as this instance has them. */
function guestsOf(own: readonly Attendee[], was: readonly Attendee[], is: readonly Attendee[]): Attendee[] {
  const addresses = (list: readonly Attendee[]) => new Set(list.map((one) => one.address.toLowerCase()))
  const [before, after, here] = [addresses(was), addresses(is), addresses(own)]
  const stay = own.filter(({ address }) => after.has(address.toLowerCase()) || !before.has(address.toLowerCase()))
  const come = is.filter(({ address }) => !before.has(address.toLowerCase()) && !here.has(address.toLowerCase()))
  return [...stay, ...come]
}

import { CalendarEvent, type SeriesChange } from '#kernel/event.ts'
import { instanceId } from '#kernel/series/instance-id.ts'
import { occurrencesOf } from '#kernel/series/occurrences.ts'
import { splitAt } from '#kernel/series/split.ts'
import { DAY_MS } from '#kernel/units.ts'

/** As far as a scenario looks behind and ahead of the start of a series. */
const REACH_MS = 500 * DAY_MS

const shapeOf = ({ start, end, zone, recurrence }: CalendarEvent) => ({
  start,
  end,
  zone,
  recurrence,
  exdates: [],
  rdates: [],
})

/** The events of a plain list with its series as their instances; what was changed of one stands in the list by its id. */
export function expanded(events: readonly CalendarEvent[]): CalendarEvent[] {
  const changed = new Set(events.map((event) => event.id))
  return events
    .flatMap((event) => {
      if (event.recurrence === null) return [event]
      const startMs = Date.parse(event.start)
      return [...occurrencesOf(shapeOf(event), startMs - DAY_MS, startMs + REACH_MS)].flatMap(({ start, end }) => {
        const id = instanceId(event.id, start)
        return changed.has(id)
          ? []
          : [CalendarEvent.parse({ ...event, id, series: event.id, start, end, recurrence: null })]
      })
    })
    .sort((a, b) => (a.start < b.start ? -1 : 1))
}

/** The list with a series cut before one of its instances; what goes on has the new id. */
export function cut(
  events: readonly CalendarEvent[],
  { id, from, change }: { id: string; from: string; change: SeriesChange | null },
  newId: string,
): CalendarEvent[] {
  return events.flatMap((event) => {
    if (event.id !== id) return [event]
    const { before, after } = splitAt(shapeOf(event), { from, start: change?.start, end: change?.end })
    const first = before ? [{ ...event, recurrence: before.recurrence, version: `${event.version}+` }] : []
    const { exdates: _left, rdates: _added, ...times } = after
    const rest = change && CalendarEvent.parse({ ...event, ...change, ...times, id: before ? newId : id, version: '1' })
    return rest ? [...first, rest] : first
  })
}

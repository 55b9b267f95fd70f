import { addressesOf } from '#kernel/actions/calendar-facts.ts'
import { DeskError } from '#kernel/errors.ts'
import type { CalendarEvent, EventDraft, SeriesChange } from '#kernel/event.ts'
import { canonical } from '#kernel/ids.ts'
import { toMs } from '#kernel/time.ts'
import type { Calendar } from '#ports/calendar.ts'
import type { Hand } from './hand.ts'
import { SERIES_KINDS, seriesHand } from './series-hand.ts'

type Args = Record<string, unknown>

/** What a kind wants of an existing event. */
function wanted(kind: string, args: Args): Partial<EventDraft> {
  switch (kind) {
    case 'calendar.move':
      return { start: String(args.start), end: String(args.end) }
    case 'calendar.update':
      return args.change as Partial<EventDraft>
    case 'calendar.cancel':
      return { status: 'cancelled' }
    case 'calendar.restore':
      return { status: 'confirmed' }
    default:
      return {}
  }
}

const shows = (event: CalendarEvent, change: Partial<EventDraft>): boolean =>
  Object.entries(change).every(
    ([field, value]) => value === undefined || canonical(event[field as keyof CalendarEvent]) === canonical(value),
  )

/** `busyMembers` names the members among addresses: only their time is checked and held. */
export function calendarHand(calendar: Calendar, isMember: (address: string) => boolean): Hand {
  const refuseOverlap = async (
    event: Pick<EventDraft, 'start' | 'end' | 'zone' | 'organizer' | 'attendees'>,
    mine: (other: CalendarEvent) => boolean = () => false,
  ) => {
    const people = addressesOf(event).filter(isMember)
    const fromMs = toMs(event.start, event.zone)
    const endMs = toMs(event.end, event.zone)
    const there = await calendar.list({ addresses: people, fromMs, toMs: endMs })
    const blocking = there.filter(
      (other) => !mine(other) && other.shows === 'busy' && other.start.length > 10 && !declinedByAll(other, people),
    )
    if (blocking.length > 0) throw new DeskError('SLOT_TAKEN')
  }

  /** The first instance of a split that moves, as it will be. */
  const firstOf = async ({ id, change }: Args) => {
    const { start, end, attendees } = change as SeriesChange
    const whole = start && end && start.length > 10 ? await calendar.series(String(id)) : null
    return whole && start && end ? { ...whole, attendees: attendees ?? whole.attendees, start, end } : null
  }
  const series = seriesHand(calendar)
  return {
    outward: calendar.capabilities.outward,

    async look(kind, args) {
      if (SERIES_KINDS.has(kind)) return series.look(kind, args)
      return typeof args.id === 'string' ? calendar.get(args.id) : null
    },

    async landed(kind, args, key, before) {
      if (SERIES_KINDS.has(kind)) return series.landed(kind, args, key, before)
      if (kind === 'calendar.create') {
        const made = await calendar.findByKey(key)
        return made && { record: made.id, after: made }
      }
      const id = String(args.id)
      const now = await calendar.get(id)
      if (kind === 'calendar.remove') return now === null ? { record: id, after: null } : null
      const was = before as CalendarEvent | null
      return now && was && now.version !== was.version && shows(now, wanted(kind, args))
        ? { record: id, after: now }
        : null
    },

    async call(kind, args, key) {
      if (SERIES_KINDS.has(kind)) {
        const next = kind === 'calendar.split' && args.overlap !== true ? await firstOf(args) : null
        if (next) await refuseOverlap(next, (other) => other.series === args.id)
        return series.call(kind, args, key)
      }
      if (kind === 'calendar.create') {
        const event = args.event as EventDraft
        if (args.overlap !== true && event.shows === 'busy' && event.start.length > 10) await refuseOverlap(event)
        return { record: (await calendar.create(event, key)).id }
      }
      const id = String(args.id)
      if (kind === 'calendar.remove') {
        await calendar.remove(id, String(args.version))
        return { record: id }
      }
      if (kind === 'calendar.move' && args.overlap !== true) {
        const event = await calendar.get(id)
        if (event) await refuseOverlap({ ...event, ...wanted(kind, args) }, (other) => other.id === id)
      }
      return { record: (await calendar.update(id, wanted(kind, args), String(args.version))).id }
    },

    async verify(kind, args, record) {
      if (SERIES_KINDS.has(kind)) return series.verify(kind, args, record)
      const after = await calendar.get(record)
      if (kind === 'calendar.remove') return { after: null, asAsked: after === null }
      const change = kind === 'calendar.create' ? (args.event as EventDraft) : wanted(kind, args)
      return { after, asAsked: after !== null && shows(after, change) }
    },
  }
}

/** A meeting that everyone of ours at it has declined takes nobody's time. */
function declinedByAll(event: CalendarEvent, people: readonly string[]): boolean {
  return (
    event.attendees.filter((one) => people.includes(one.address)).every((one) => one.reply === 'declined') &&
    !people.includes(event.organizer)
  )
}

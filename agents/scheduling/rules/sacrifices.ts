import { quoted } from '#kernel/display.ts'
import { ISO_WEEKDAYS, type WeekWindows, weekOf } from '#policy/spans.ts'
import { sayAt, saySlot } from '../say.ts'
import type { Block } from './busy.ts'
import { minuteOf } from './days.ts'
import { type Facts, nameOf } from './facts.ts'
import { hoursOn } from './hours.ts'
import { type Interval, overlaps } from './interval.ts'
import { worksAt } from './obstacles.ts'
import type { SlotSearch } from './search.ts'
import type { Seat } from './seat.ts'
import { firstSlots } from './slots.ts'
import { dayOf } from './whereabouts.ts'

/** What somebody would have to give up for a time, in words. */
interface Sacrifice {
  readonly text: string
  /** Small is cheap: one meeting moved, an hour past somebody's hours, somebody left out. */
  readonly cost: number
}

/** How far outside somebody's hours is still worth naming. */
const PAST_HOURS_MIN = 120
/** Times that are weighed. */
const MOST_TIMES = 300

/** The cheapest things that could be given up where nothing fits; none of it is the desk's to give. */
export function cheapest(search: SlotSearch, seats: readonly Seat[], facts: Facts, count: number): string[] {
  const required = seats.filter((seat) => seat.required && seat.busy.readable)
  return [
    ...moving(search, required, facts),
    ...required.flatMap((seat) => pastHours(seat, search, required, facts)),
    ...(required.length > 2 ? required.flatMap((seat) => without(seat, search, required, facts)) : []),
  ]
    .sort((a, b) => a.cost - b.cost)
    .slice(0, count)
    .map(({ text }) => text)
}

/** The time at which the fewest meetings stand, where each could be moved by whoever called it. */
function moving(search: SlotSearch, seats: readonly Seat[], facts: Facts): Sacrifice[] {
  const bare = seats.map((seat) => ({ ...seat, busy: { ...seat.busy, firm: seat.busy.firm.filter(stays) } }))
  const rated = firstSlots(search, bare, MOST_TIMES).map((slot) => ({ slot, blocks: inWay(slot, seats, search) }))
  rated.sort((a, b) => a.blocks.length - b.blocks.length)
  const [best] = rated
  if (!best || best.blocks.length === 0 || best.blocks.length > 2) return []
  const what = best.blocks.map(({ seat, block }) => `${whoMoves(block, seat, facts)} ${titleOf(block)}`).join(' and ')
  return [{ text: `${sayAt(best.slot.startMs, facts.zone, facts)} if ${what}`, cost: best.blocks.length }]
}

const stays = (block: Block): boolean => block.what !== 'event' && block.what !== 'unknown'
const titleOf = (block: Block): string => (block.title === null ? 'something of theirs' : quoted(block.title))

function inWay(slot: Interval, seats: readonly Seat[], search: SlotSearch): { seat: Seat; block: Block }[] {
  const around = { startMs: slot.startMs - search.bufferBeforeMs, endMs: slot.endMs + search.bufferAfterMs }
  const seen = new Set<string>()
  return seats.flatMap((seat) =>
    seat.busy.firm.flatMap((block) => {
      if (stays(block) || !overlaps(block, around) || (block.event !== null && seen.has(block.event))) return []
      if (block.event !== null) seen.add(block.event)
      return [{ seat, block }]
    }),
  )
}

function whoMoves(block: Block, seat: Seat, facts: Facts): string {
  const organizer = facts.events.find((event) => event.id === block.event)?.organizer ?? seat.address
  if (facts.own.includes(organizer)) return 'you move'
  return `${nameOf(facts, organizer)} moves`
}

/** The first time within two hours of somebody's day. */
function pastHours(seat: Seat, search: SlotSearch, seats: readonly Seat[], facts: Facts): Sacrifice[] {
  const stretched = seats.map((one) => (one === seat ? { ...seat, hours: wider(seat.hours) } : one))
  const slot = firstSlots(search, stretched, MOST_TIMES).find((one) => !worksAt(seat, one))
  if (!slot) return []
  const day = dayOf(seat, slot.startMs)
  const early = minuteOf(day, slot.startMs) < (hoursOn(seat, day)[0]?.fromMinute ?? 0)
  const whose = facts.own.includes(seat.address) ? 'your' : `${seat.name}'s`
  return [{ text: `${saySlot(slot, facts)}, ${early ? 'before' : 'past'} ${whose} hours`, cost: 1.5 }]
}

function wider(hours: WeekWindows): WeekWindows {
  return weekOf(
    ISO_WEEKDAYS.flatMap((day) =>
      hours[day].map(({ fromMinute, toMinute }) => ({
        days: [day],
        window: {
          fromMinute: Math.max(0, fromMinute - PAST_HOURS_MIN),
          toMinute: Math.min(24 * 60, toMinute + PAST_HOURS_MIN),
        },
      })),
    ),
  )
}

function without(seat: Seat, search: SlotSearch, seats: readonly Seat[], facts: Facts): Sacrifice[] {
  if (facts.own.includes(seat.address)) return []
  const rest = seats.filter((one) => one !== seat)
  const [slot] = firstSlots(search, rest, 1)
  return slot ? [{ text: `${sayAt(slot.startMs, facts.zone, facts)} without ${seat.name}`, cost: 2 }] : []
}

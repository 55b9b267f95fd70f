import { addressesOf } from '#kernel/actions/calendar-facts.ts'
import { type CalendarEvent, isAllDay } from '#kernel/event.ts'
import { cityIn } from '#language/when/zones.ts'
import { addressOf } from '#policy/people.ts'
import type { BusyList } from '#ports/calendar.ts'
import type { DaysAt, Lookups } from '#ports/lookups.ts'
import { type Asker, isInsider, isKnownClient, type World } from './scope.ts'

/** `calendar.events`: the team's for a member, the outsider's own for an outsider, nothing for a claimed address. */
export const events =
  (world: World, asker: Asker): Lookups['calendar.events'] =>
  async ({ fromMs, toMs, people }) => {
    if (isInsider(asker.principal)) return world.calendar.list({ fromMs, toMs, ...(people && { addresses: people }) })
    if (!isKnownClient(asker.principal)) return []
    const own = asker.principal.email ?? ''
    const mine = await world.calendar.list({ fromMs, toMs, addresses: [own.toLowerCase()] })
    return people ? mine.filter((event) => addressesOf(event).some((address) => people.includes(address))) : mine
  }

/** `calendar.event`: one event, where the asker may see it, or it was made for them in this very conversation. */
export const event =
  (world: World, asker: Asker): Lookups['calendar.event'] =>
  async (id) => {
    const found = await world.calendar.get(id)
    return found && (maySee(found, asker) || (await wasMadeFor(found, world, asker))) ? found : null
  }

async function wasMadeFor(found: CalendarEvent, world: World, asker: Asker): Promise<boolean> {
  const recent = await world.recall.recent(asker.conversation)
  return recent.some(
    ({ kind, record, by }) => kind === 'calendar.create' && record === found.id && by === asker.principal.id,
  )
}

/** `history.of`: what was done to an event or a record; an outsider learns it of events they see. */
export const history =
  (world: World, asker: Asker): Lookups['history.of'] =>
  async (record) => {
    if (isInsider(asker.principal)) return world.recall.of(record)
    const found = await world.calendar.get(record)
    return found && maySee(found, asker) ? world.recall.of(record) : []
  }

function maySee(found: CalendarEvent, asker: Asker): boolean {
  if (isInsider(asker.principal)) return true
  return isKnownClient(asker.principal) && addressesOf(found).includes((asker.principal.email ?? '').toLowerCase())
}

/**
 * `calendar.busy`: spans without titles, of members only: other people's calendars are not ours to read. A claimed address
 * gets "not readable", so that nothing can be told it.
 */
export const busy =
  (world: World, asker: Asker): Lookups['calendar.busy'] =>
  async ({ addresses, fromMs, toMs }) => {
    const readable = readableBy(world, asker)
    const known = await world.calendar.busy(
      addresses.filter((address) => readable.has(address)),
      fromMs,
      toMs,
    )
    const byAddress = new Map(known.map((list) => [list.address, list]))
    return addresses.map((address) => byAddress.get(address) ?? unreadable(address))
  }

/** `calendar.holds`: what is promised to others and not booked yet. */
export const holds =
  (world: World, asker: Asker): Lookups['calendar.holds'] =>
  async ({ addresses, fromMs, toMs }) => {
    const readable = readableBy(world, asker)
    return world.recall.holds({
      addresses: addresses.filter((address) => readable.has(address)),
      fromMs,
      toMs,
      asker: { task: asker.task, conversation: asker.conversation, principal: asker.principal.id },
    })
  }

/** `calendar.places`: where members work for whole days, as far as a city or a zone goes, for whoever may read busy times. */
export const places =
  (world: World, asker: Asker): Lookups['calendar.places'] =>
  async ({ addresses, fromMs, toMs }) => {
    const readable = readableBy(world, asker)
    const asked = addresses.filter((address) => readable.has(address))
    if (asked.length === 0) return []
    const days = await world.calendar.list({ fromMs, toMs, addresses: asked })
    return days
      .filter((event) => event.kind === 'working_location' && event.status !== 'cancelled' && isAllDay(event))
      .flatMap((event) =>
        asked
          .filter((address) => addressesOf(event).includes(address))
          .map((address): DaysAt => {
            const city = cityIn(event.location ?? event.title)?.name ?? null
            return { address, from: event.start, to: event.end, zone: event.zone, city }
          }),
      )
  }

function readableBy(world: World, asker: Asker): Set<string> {
  return asker.principal.assurance === 'verified' ? new Set(world.policy().people.map(addressOf)) : new Set()
}

const unreadable = (address: string): BusyList => ({ address, readable: false, busy: [] })

import { addressesOf } from '#kernel/actions/calendar-facts.ts'
import { dateOf, wallDay } from '#kernel/time.ts'
import { DAY_MS } from '#kernel/units.ts'
import { holidayOn } from '#language/public-holidays.ts'
import { addressOf, isOutOfHours } from '#policy/people.ts'
import type { PolicyPerson } from '#policy/policy.ts'
import type { Lookups } from '#ports/lookups.ts'
import type { World } from './scope.ts'

/** `team.now`: hours, public holidays and "out of office" of each member; nothing of what they do meanwhile. */
export const now =
  (world: World): Lookups['team.now'] =>
  async () => {
    const { people } = world.policy()
    const nowMs = world.clock.nowMs()
    const away = await addressesAway(world, people.map(addressOf), nowMs)
    const given = await world.recall.assigned(nowMs - 2 * DAY_MS)
    return people.map((person) => ({
      id: person.id,
      working: !isOutOfHours(person, nowMs) && !isHoliday(person, nowMs) && !away.has(addressOf(person)),
      leadsToday: given.filter(
        ({ owner, atMs }) => owner === person.id && atMs >= wallDay(nowMs, person.timezone).startMs,
      ).length,
    }))
  }

const isHoliday = ({ holidays, timezone }: PolicyPerson, nowMs: number): boolean =>
  holidayOn(holidays, dateOf(nowMs, timezone)) !== null

async function addressesAway(world: World, addresses: readonly string[], nowMs: number): Promise<Set<string>> {
  const events = await world.calendar.list({ addresses, fromMs: nowMs, toMs: nowMs + 1 })
  const absences = events.filter((event) => event.kind === 'out_of_office' && event.status === 'confirmed')
  return new Set(absences.flatMap(addressesOf))
}

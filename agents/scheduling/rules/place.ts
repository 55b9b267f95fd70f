import { joinNames } from '#kernel/actions/calendar-facts.ts'
import type { Proposed, RulingDraft } from '#kernel/ruling.ts'
import { DAY_MS, HOUR_MS } from '#kernel/units.ts'
import { phrasesFor } from '../phrases.ts'
import { sayNear, saySlot } from '../say.ts'
import { ANYWAY, ask, choice, keeping, timeChoice } from './ask.ts'
import { type Facts, isMember, type SchedulingPolicy } from './facts.ts'
import type { Interval } from './interval.ts'
import { givingActions, inTheWay, makeWay } from './make-way.ts'
import { type Obstacle, obstaclesTo } from './obstacles.ts'
import { sayObstacle } from './say-obstacle.ts'
import type { SlotSearch } from './search.ts'
import type { Seat } from './seat.ts'
import { firstSlots, type Slot } from './slots.ts'

/** A stated time for something, and how to do it once nothing stands against it. */
export interface Placing {
  readonly span: Interval
  readonly seats: readonly Seat[]
  readonly search: SlotSearch
  /** The person knows of overlaps. */
  readonly overlap: boolean
  /** The time was picked from an offer. */
  readonly offered: boolean
  /** "Book", "Move": the verb of the question. */
  readonly verb: 'Book' | 'Move'
  readonly ignore: readonly string[]
  /** @param before what has to be done first */
  readonly act: (overlap: boolean, before?: Proposed[]) => { actions: Proposed[]; ruling: RulingDraft }
  /** What the meeting is called, for those that give way to it. */
  readonly title: string
}

/**
 * A stated time: done where nothing stands against it. What is in the asker's own day is theirs to decide, so it is a
 * question with a way through; what is in somebody else's is a question with other times, and a decision of that person
 * only where the asker insists. A holiday that the asker shares is theirs to decide.
 */
export function place(placing: Placing, facts: Facts, policy: SchedulingPolicy): RulingDraft {
  const { ignore, search } = placing
  const obstacles = obstaclesTo(placing.span, placing.seats, facts, policy, {
    ignore,
    ways: search.ways,
    meal: search.meal,
  })
  const given =
    isMember(facts) && placing.offered && !placing.overlap ? givenFor(placing, obstacles, facts, policy) : null
  if (given) return placing.act(false, givingActions(given, placing.title)).ruling
  if (obstacles.length === 0) return placing.act(placing.overlap).ruling
  if (!isMember(facts)) return offerInstead(placing, facts)
  const shared = obstacles.filter((one) => one.mine && one.what === 'holiday').map((one) => one.holiday)
  const others = obstacles.filter(
    (one) => !one.mine && one.what !== 'unreadable' && !(one.what === 'holiday' && shared.includes(one.holiday)),
  )
  const agreed = placing.offered && obstacles.every((one) => one.what === 'hours')
  if (!placing.overlap && !agreed) return askAbout(placing, obstacles, facts)
  return others.length === 0 ? placing.act(true).ruling : insist(placing, others, facts)
}

/** A time that was offered although movable meetings stand there: where they go, if they still can. */
function givenFor(placing: Placing, obstacles: readonly Obstacle[], facts: Facts, policy: SchedulingPolicy) {
  const { movable } = placing.search
  if (!obstacles.every(({ what, block }) => (what === 'busy' || what === 'travel') && block && movable(block)))
    return null
  const blocks = inTheWay(placing.span, placing.seats, placing.search)
  return blocks && blocks.length > 0 ? makeWay(placing.span, blocks, placing.search, facts, policy) : null
}

function askAbout(placing: Placing, obstacles: readonly Obstacle[], facts: Facts): RulingDraft {
  const near = nearSlots(placing, 2)
  const own = obstacles.filter((one) => one.mine)
  const told = obstacles.filter((one) => one.mine || !own.some((mine) => isSame(one, mine)))
  const what = told.map((one) => sayObstacle(one, placing.span, facts)).join(' ')
  const times = near.length > 0 ? `, or ${sayNear(near, placing.span.startMs, facts)}?` : '?'
  const anyway = placing.verb === 'Book' ? 'Book anyway' : 'Move anyway'
  return ask(
    `${what} ${anyway}${times}`,
    ['when'],
    [choice(anyway, ANYWAY), ...near.map((slot) => timeChoice(slot, facts))],
  )
}

/** Whether both stand there for the same meeting, or the same holiday. */
const isSame = (one: Obstacle, other: Obstacle): boolean =>
  one.what === other.what && (one.block?.event ?? one.holiday ?? one) === (other.block?.event ?? other.holiday)

/** Outsiders hear that a time is not to be had, never why. */
function offerInstead(placing: Placing, facts: Facts): RulingDraft {
  const near = nearSlots(placing, 3)
  if (near.length === 0) {
    return ask(phrasesFor(facts).notAvailableOtherDay(saySlot(placing.span, facts)), ['when'])
  }
  const say = phrasesFor(facts)
  const said = saySlot(placing.span, facts)
  const asked = ask(
    placing.offered ? say.justTaken(said) : say.notAvailable(said),
    ['when'],
    near.map((slot) => timeChoice(slot, facts)),
  )
  return keeping(asked, near, facts)
}

function insist(placing: Placing, others: readonly Obstacle[], facts: Facts): RulingDraft {
  const people = [...new Set(others.map((one) => one.seat))]
  const names = joinNames(people.map((seat) => seat.name))
  const busy = others.some((one) => one.what === 'busy' || one.what === 'travel')
  // Outside somebody's hours nothing is overlapped, so the slot is kept like any other.
  const { actions } = placing.act(busy)
  return {
    type: 'flag',
    reason: busy ? 'CONFLICT' : 'AUTHORITY',
    headline: `${placing.verb === 'Book' ? 'Book' : 'Move to'} ${saySlot(placing.span, facts)} although it does not suit ${names}?`,
    rule: busy
      ? 'nobody is double-booked without their word'
      : 'nobody is booked outside their hours or protected time',
    evidence: others.slice(0, 5).map((one) => ({
      text: sayObstacle(one, placing.span, facts),
      source: one.block ? 'calendar' : 'policy',
    })),
    actions,
    owner: others[0]?.seat.address ?? null,
  }
}

/** Free times for everybody nearest to the stated one, within a day of it. */
export function nearSlots(placing: Pick<Placing, 'span' | 'seats' | 'search'>, count: number): Slot[] {
  const { span, search } = placing
  const lengthMs = span.endMs - span.startMs
  const around = {
    ...search,
    lengthMs,
    part: null,
    bounds: null,
    fromMs: Math.max(search.fromMs, span.startMs - 2 * HOUR_MS),
    toMs: span.startMs + 2 * DAY_MS,
  }
  const taken: Slot[] = []
  const byDistance = firstSlots(around, placing.seats, 200).sort(
    (a, b) => Math.abs(a.startMs - span.startMs) - Math.abs(b.startMs - span.startMs),
  )
  for (const slot of byDistance) {
    if (taken.length >= count) break
    if (taken.every((one) => slot.startMs >= one.endMs || slot.endMs <= one.startMs)) taken.push(slot)
  }
  return taken.sort((a, b) => a.startMs - b.startMs)
}

import type { Evidence, RulingDraft } from '#kernel/ruling.ts'
import { phrasesFor } from '../phrases.ts'
import { sayClock, sayLength, sayList } from '../say.ts'
import { sayWindow } from './agenda.ts'
import { ask, choice, keeping, timeChoice, UNCHECKED } from './ask.ts'
import { EARLY_MINUTE, missedMornings } from './attendance.ts'
import { minuteOf } from './days.ts'
import { edgeSlots } from './edges.ts'
import { type Facts, isMember, type SchedulingPolicy } from './facts.ts'
import { makeWay, sayGiving } from './make-way.ts'
import { cheapest } from './sacrifices.ts'
import type { SlotSearch } from './search.ts'
import type { Seat } from './seat.ts'
import { findSlots, firstSlots, type Slot } from './slots.ts'
import { dayOf, zoneAt } from './whereabouts.ts'

/** What is to be found, and what is done with a time once there is one. */
export interface Finding {
  /** "a 30 min meeting with Sam": the rest of the sentence. */
  readonly what: string
  readonly seats: readonly Seat[]
  readonly search: SlotSearch
  readonly offer: number
  /** `offer` some, take the `best` or take the `first`. */
  readonly how: 'offer' | 'best' | 'first'
  readonly unchecked: boolean
  readonly settle: (slot: Slot) => RulingDraft
}

/** Finds a time: offers the best ones, or takes one where the person left it to the desk. */
export function findTime(finding: Finding, facts: Facts, policy: SchedulingPolicy): RulingDraft {
  const { search, how, unchecked } = finding
  const hidden = finding.seats.filter((seat) => seat.required && !seat.busy.readable)
  if (hidden.length > 0 && !unchecked && isMember(facts)) return askUnreadable(hidden, facts)
  const seats = unchecked ? finding.seats.filter((seat) => seat.busy.readable) : finding.seats
  if (how === 'first') {
    const [first] = firstSlots(search, seats, 1)
    if (first) return finding.settle(first)
  }
  const offered = offersFor(finding, seats, facts, policy)
  const [best] = offered
  if (!best) return offerEdges(finding, seats, facts)
  if (how === 'best' && best.slot.relaxed.length === 0) return finding.settle(best.slot)
  const slots = offered.map(({ slot }) => slot)
  const asked = ask(
    [sayOffer(finding, slots, facts), ...mornings(slots, facts)].join(' '),
    ['when'],
    offered.map(({ slot, given }) => timeChoice(slot, facts, given.length > 0 ? sayGiving(given, facts) : '')),
  )
  return keeping(asked, slots, facts)
}

/** The best times, each with the meetings that give way to it; a time that others have nowhere to go for is none. */
function offersFor(finding: Finding, seats: readonly Seat[], facts: Facts, policy: SchedulingPolicy) {
  const count = finding.how === 'offer' ? finding.offer : 1
  // Outsiders cannot ask for the team's meetings to be moved about.
  const search = isMember(facts) ? finding.search : { ...finding.search, movable: () => false }
  const offered = findSlots(search, seats, count).slots.flatMap((slot) => {
    const given = slot.moves.length === 0 ? [] : makeWay(slot, slot.moves, search, facts, policy)
    return given === null ? [] : [{ slot, given }]
  })
  if (offered.length > 0) return offered
  return findSlots({ ...search, movable: () => false }, seats, count).slots.map((slot) => ({ slot, given: [] }))
}

/** Hours that never meet: times at the edge of one person's day, to which that person must agree. */
function offerEdges(finding: Finding, seats: readonly Seat[], facts: Facts): RulingDraft {
  const { search } = finding
  const edges = search.fromMs < search.toMs ? edgeSlots(search, seats, facts.past, finding.offer) : []
  if (edges.length === 0) return nothingFits(finding, seats, facts)
  if (!isMember(facts)) {
    const asked = ask(
      phrasesFor(facts).when(finding.what),
      ['when'],
      edges.map((slot) => timeChoice(slot, facts)),
    )
    return keeping(asked, edges, facts)
  }
  const names = [...new Set(edges.map(({ bearer }) => bearer))].map((one) => whose(one, facts))
  return ask(
    `${sayOffer(finding, [], facts)} Your working hours never meet, so these are outside ${names.join(' and ')}.`,
    ['when'],
    edges.map((slot) => {
      const there = sayClock(slot.startMs, zoneAt(slot.bearer, slot.startMs))
      const own = facts.own.includes(slot.bearer.address)
      return timeChoice(
        slot,
        facts,
        own ? 'outside your hours' : `${there} for ${slot.bearer.name}, outside their hours`,
      )
    }),
  )
}

const whose = (seat: Seat, facts: Facts): string =>
  facts.own.includes(seat.address) ? 'your hours' : `${seat.name}'s hours`

/** A habit of missing mornings is said to whoever has it, where a morning is offered to them. */
function mornings(slots: readonly Slot[], facts: Facts): string[] {
  const me = facts.seats.find((seat) => seat.address === facts.me)
  if (!me || me.ignoresBeforeMinute !== null) return []
  const missed = missedMornings(me.attendance)
  const early = slots.some(({ startMs }) => minuteOf(dayOf(me, startMs), startMs) < EARLY_MINUTE)
  if (!missed || !early) return []
  const asked = missed.came + missed.missed
  return [
    `You missed ${missed.missed} of ${asked} meetings before 10:30. To have mornings avoided, add \`ignores_before: "10:30"\` to your lines in the policy.`,
  ]
}

function askUnreadable(hidden: readonly Seat[], facts: Facts): RulingDraft {
  const names = sayList(
    hidden.map((seat) => seat.name),
    facts,
  )
  return ask(
    `I could not read the calendar of ${names}. Shall I look for a time without it?`,
    ['calendar'],
    [choice('Go on without it', UNCHECKED)],
  )
}

function sayOffer({ what }: Finding, slots: readonly Slot[], facts: Facts): string {
  const say = phrasesFor(facts)
  const given = [...new Set(slots.flatMap((slot) => slot.relaxed))].map((relaxation) => say.relaxation[relaxation])
  return say.when(what) + (given.length > 0 ? say.relaxed(slots.length > 1, sayList(given, facts)) : '')
}

/** No time fits even after everything that may be given up: for a person, with whoever has no time named first. */
function nothingFits({ what, search }: Finding, seats: readonly Seat[], facts: Facts): RulingDraft {
  const searched = { startMs: search.fromMs, endMs: search.toMs }
  const ahead = searched.startMs < searched.endMs
  if (!ahead || !isMember(facts))
    return ask(phrasesFor(facts).noTime(what, ahead ? sayWindow(searched, facts) : null), ['when'])
  const window = sayWindow(searched, facts)
  const sacrifices = cheapest(search, seats, facts, 2)
  const evidence = [
    ...sacrifices.map((text): Evidence => ({ text, source: 'calendar' })),
    ...seats
      .filter((seat) => firstSlots(search, [seat], 1).length === 0)
      .map((seat): Evidence => {
        return { text: `${seat.name} has no free ${sayLength(search.lengthMs, facts)} then`, source: 'calendar' }
      }),
  ]
  const could = sacrifices.length > 0 ? ` What it would take: ${sacrifices.join('; or ')}.` : ''
  return {
    type: 'flag',
    reason: 'CONFLICT',
    headline: `Find a time for ${what}: nothing fits ${window}`,
    rule: 'working hours and protected time are never given up',
    evidence: evidence.slice(0, 5),
    reply: `No time fits ${what}, ${window}, so I asked for a decision.${could} You can also name another day.`,
  }
}

import type { Evidence, RulingDraft } from '#kernel/ruling.ts'
import { phrasesFor } from '../phrases.ts'
import { sayLength, sayList, saySlot } from '../say.ts'
import { ask, choice, keeping, timeChoice, UNCHECKED } from './ask.ts'
import { type Facts, isMember } from './facts.ts'
import type { SlotSearch } from './search.ts'
import type { Seat } from './seat.ts'
import { findSlots, firstSlots, type Slot } from './slots.ts'

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
export function findTime(finding: Finding, facts: Facts): RulingDraft {
  const { search, how, unchecked } = finding
  const hidden = finding.seats.filter((seat) => seat.required && !seat.busy.readable)
  if (hidden.length > 0 && !unchecked && isMember(facts)) return askUnreadable(hidden, facts)
  const seats = unchecked ? finding.seats.filter((seat) => seat.busy.readable) : finding.seats
  if (how === 'first') {
    const [first] = firstSlots(search, seats, 1)
    if (first) return finding.settle(first)
  }
  const { slots } = findSlots(search, seats, how === 'offer' ? finding.offer : 1)
  const [best] = slots
  if (!best) return nothingFits(finding, seats, facts)
  if (how === 'best' && best.relaxed.length === 0) return finding.settle(best)
  const asked = ask(
    sayOffer(finding, slots, facts),
    ['when'],
    slots.map((slot) => timeChoice(slot, facts)),
  )
  return keeping(asked, slots, facts)
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
  const window = search.fromMs < search.toMs ? saySlot({ startMs: search.fromMs, endMs: search.toMs }, facts) : null
  if (window === null || !isMember(facts)) return ask(phrasesFor(facts).noTime(what, window), ['when'])
  const evidence = seats.map((seat): Evidence => {
    const alone = firstSlots(search, [seat], 99).length
    return {
      text:
        alone === 0
          ? `${seat.name} has no free ${sayLength(search.lengthMs, facts)} then`
          : `${seat.name} alone could at ${alone} times`,
      source: 'calendar',
    }
  })
  return {
    type: 'flag',
    reason: 'CONFLICT',
    headline: `Find a time for ${what}: nothing fits in ${window}`,
    rule: 'working hours and protected time are never given up',
    evidence: evidence.slice(0, 5),
    reply: `No time fits ${what} in ${window}, so I asked for a decision. You can also name another day.`,
  }
}

import type { Choice, RulingDraft } from '#kernel/ruling.ts'
import { toIso } from '#kernel/time.ts'
import { phrasesFor } from '../phrases.ts'
import type { Request, Wish } from '../request.ts'
import { sayAt, sayChoice, sayDay, saySlot } from '../say.ts'
import { type Doubt, type Facts, isMember } from './facts.ts'
import type { Interval } from './interval.ts'

/** What a choice says back. The reader of answers knows the same words. */
export const ANYWAY = 'book anyway'
export const AROUND = 'around it'
export const UNCHECKED = 'go on without checking'
export const ALL_OF_THEM = 'all of them'
export const CANCEL_IT = 'cancel it'
export const LEAVE_OUT = 'leave them out'
export const YES = 'yes'
export const NO = 'no'
export const eventValue = (id: string): string => `event:${id}`
export const timeValue = (span: Interval): string => `${toIso(span.startMs)}/${toIso(span.endMs)}`

export const choice = (label: string, value: string): Choice => ({ label, value })

/** @param note what goes with that time: "moves ...", "07:30 for Lena" */
export const timeChoice = (span: Interval, facts: Facts, note = ''): Choice =>
  choice(`${sayChoice(span, facts)}${note === '' ? '' : ` (${note})`}`, timeValue(span))

export function ask(text: string, slots: string[], choices: Choice[] = []): RulingDraft {
  return { type: 'ask', question: { text, slots, choices: choices.slice(0, 10), kind: 'input' } }
}

/** Keeps the offered times for an outsider until they answer; a member sees the calendar and needs nothing kept. */
export function keeping(asked: RulingDraft, slots: readonly Interval[], facts: Facts): RulingDraft {
  const people = facts.seats.filter((seat) => seat.required).map((seat) => seat.address)
  if (asked.type !== 'ask' || isMember(facts) || slots.length === 0 || people.length === 0) return asked
  return { ...asked, offer: { people, slots: slots.map(({ startMs, endMs }) => ({ startMs, endMs })) } }
}

/** One question for every name nobody (or more than one person) answers to, and for a time that can be read two ways. */
export function askUnclear(request: Request, facts: Facts): RulingDraft | null {
  const say = phrasesFor(facts)
  const who = facts.doubts.map((doubt) => sayDoubt(doubt, facts))
  const times = request.when?.ambiguous ? readingsOf(request.when, facts) : []
  if (who.length === 0 && times.length === 0) return null
  const when = times.length > 0 ? [say.isIt(request.when?.text ?? '', times.map((one) => one.label).join(say.or))] : []
  const parts = [...who, ...when]
  const text = parts.length === 1 ? capital(parts[0] ?? '') : say.several(parts.length, parts.join(say.and))
  const slots = [...(who.length > 0 ? ['who'] : []), ...(times.length > 0 ? ['when'] : [])]
  if (slots.length > 1 || facts.doubts.length > 1) return ask(text, slots)
  const [doubt] = facts.doubts
  const choices = doubt
    ? [
        ...doubt.candidates.slice(0, 4).map((one) => choice(`${one.name} (${one.address})`, one.address)),
        ...(doubt.candidates.length === 0 ? [choice(say.goOnWithout, LEAVE_OUT)] : []),
      ]
    : times
  return ask(text, slots, choices)
}

function sayDoubt(doubt: Doubt, facts: Facts): string {
  const say = phrasesFor(facts)
  if (doubt.candidates.length === 0) return say.unknownPerson(doubt.words)
  const names = doubt.candidates.slice(0, 4).map((one) => one.name)
  return say.whichPerson(doubt.words, [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(say.or))
}

/**
 * The readings of a time that can be read two ways, each as the asker says such a time: what was said in another zone by the
 * asker's own clock, and with its end where that alone tells them apart.
 */
function readingsOf({ alternatives, clocked, zone: said, zoneNamed }: Wish, facts: Facts): Choice[] {
  const zone = zoneNamed ? facts.zone : said
  const alike = new Set(alternatives.map(({ startMs }) => startMs)).size < alternatives.length
  const moment = (one: Interval): string => (alike ? saySlot(one, { ...facts, zone }) : sayAt(one.startMs, zone, facts))
  const label = (one: Interval): string =>
    clocked ? `${moment(one)}${zoneNamed ? ` (${zone})` : ''}` : sayDay(one.startMs, { ...facts, zone })
  return alternatives.map((one) => choice(label(one), timeValue(one)))
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

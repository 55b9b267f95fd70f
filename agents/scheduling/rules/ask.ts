import { joinNames } from '#kernel/actions/calendar-facts.ts'
import type { Choice, RulingDraft } from '#kernel/ruling.ts'
import { toIso } from '#kernel/time.ts'
import type { Request } from '../request.ts'
import { sayChoice } from '../say.ts'
import { type Doubt, type Facts, isMember } from './facts.ts'
import type { Interval } from './interval.ts'

/** What a choice says back. The reader of answers knows the same words. */
export const ANYWAY = 'book anyway'
export const AROUND = 'around it'
export const UNCHECKED = 'go on without checking'
export const CANCEL_IT = 'cancel it'
export const LEAVE_OUT = 'leave them out'
export const YES = 'yes'
export const NO = 'no'
export const eventValue = (id: string): string => `event:${id}`
export const timeValue = (span: Interval): string => `${toIso(span.startMs)}/${toIso(span.endMs)}`

export const choice = (label: string, value: string): Choice => ({ label, value })

export const timeChoice = (span: Interval, facts: Facts): Choice => choice(sayChoice(span, facts), timeValue(span))

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
  const who = facts.doubts.map(sayDoubt)
  const times = request.when?.ambiguous ? request.when.alternatives : []
  if (who.length === 0 && times.length === 0) return null
  const when = times.length > 0 ? [`is "${request.when?.text}" ${times.map((one) => one.label).join(' or ')}?`] : []
  const parts = [...who, ...when]
  const text = parts.length === 1 ? capital(parts[0] ?? '') : `${parts.length} things: ${parts.join(' And ')}`
  const slots = [...(who.length > 0 ? ['who'] : []), ...(times.length > 0 ? ['when'] : [])]
  if (slots.length > 1 || facts.doubts.length > 1) return ask(text, slots)
  const [doubt] = facts.doubts
  const choices = doubt
    ? [
        ...doubt.candidates.slice(0, 4).map((one) => choice(`${one.name} (${one.address})`, one.address)),
        ...(doubt.candidates.length === 0 ? [choice('Go on without them', LEAVE_OUT)] : []),
      ]
    : times.map((one) => choice(one.label, timeValue(one)))
  return ask(text, slots, choices)
}

function sayDoubt(doubt: Doubt): string {
  return doubt.candidates.length === 0
    ? `I don't know "${doubt.words}". What is their e-mail address?`
    : `which "${doubt.words}": ${joinNames(doubt.candidates.slice(0, 4).map((one) => one.name)).replace(/ and ([^ ]+( [^ ]+)*)$/, ' or $1')}?`
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

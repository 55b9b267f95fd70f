import { joinNames } from '#kernel/actions/calendar-facts.ts'
import type { CalendarEvent } from '#kernel/event.ts'
import type { RulingDraft } from '#kernel/ruling.ts'
import type { Request } from '../request.ts'
import { sayClock, sayDay, sayEvent } from '../say.ts'
import { ask, choice, eventValue } from './ask.ts'
import { type Facts, isMember, nameOf } from './facts.ts'
import { distinct, meant } from './meant.ts'

/** More than these are not put to choice. */
const MOST_CHOICES = 5

/** The single event a request means; else the question which one, or that there is none. */
export function theOne(request: Request, facts: Facts): CalendarEvent | RulingDraft {
  const found = distinct(meant(request, facts))
  const [first] = found
  if (!first) return none(request, facts)
  if (found.length === 1) return first
  const shown = found.slice(0, MOST_CHOICES)
  return ask(
    `Which one: ${shown.map((event) => sayEvent(event, facts)).join('; ')}${found.length > shown.length ? '; or a later one' : ''}?`,
    ['which'],
    shown.map((event) => choice(sayEvent(event, facts), eventValue(event.id))),
  )
}

/** Nothing fits: what was looked for, in words. */
export function none(request: Request, facts: Facts): RulingDraft {
  const { which } = request
  if (which?.recent)
    return { type: 'answer', text: 'I am not sure which meeting you mean. Please name it, or say when it is.' }
  const named = facts.named.map((address) => nameOf(facts, address))
  const people = [...named, ...facts.doubts.map((doubt) => doubt.words)]
  const what = [
    isMember(facts) ? 'I found no meeting' : 'I found no meeting of yours',
    which?.words ? `called "${which.words}"` : '',
    people.length > 0 ? `with ${joinNames(people)}` : '',
    which?.when ? sayWished(which.when, facts) : which?.ordinal === -1 ? 'in the past' : 'ahead',
  ]
  return { type: 'answer', text: `${what.filter(Boolean).join(' ')}.` }
}

function sayWished(when: { startMs: number; clocked: boolean; text: string }, facts: Facts): string {
  return when.clocked
    ? `on ${sayDay(when.startMs, facts)} at ${sayClock(when.startMs, facts.zone)}`
    : `for "${when.text}"`
}

export const isRuling = (found: CalendarEvent | RulingDraft): found is RulingDraft => 'type' in found

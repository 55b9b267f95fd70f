import type { CalendarEvent } from '#kernel/event.ts'
import type { RulingDraft } from '#kernel/ruling.ts'
import { phrasesFor } from '../phrases.ts'
import type { Request } from '../request.ts'
import { sayClock, sayDay, sayEvent, sayList } from '../say.ts'
import { ask, choice, eventValue } from './ask.ts'
import { type Facts, isMember, nameOf } from './facts.ts'
import { distinct, meant } from './meant.ts'

/** More than these are not put to choice. */
const MOST_CHOICES = 5

/** The single event a request means; else the question which one, or that there is none. */
export function theOne(request: Request, facts: Facts): CalendarEvent | RulingDraft {
  const found = distinct(meant(request, facts), request.which?.scope)
  const [first] = found
  if (!first) return none(request, facts)
  if (found.length === 1) return first
  const shown = found.slice(0, MOST_CHOICES)
  return ask(
    phrasesFor(facts).which(shown.map((event) => sayEvent(event, facts)).join('; '), found.length > shown.length),
    ['which'],
    shown.map((event) => choice(sayEvent(event, facts), eventValue(event.id))),
  )
}

/** Nothing fits: what was looked for, in words. */
export function none(request: Request, facts: Facts): RulingDraft {
  const { which } = request
  const say = phrasesFor(facts)
  if (which?.recent) return { type: 'answer', text: say.notSureWhich }
  const named = facts.named.map((address) => nameOf(facts, address))
  const people = [...named, ...facts.doubts.map((doubt) => doubt.words)]
  const when = which?.when ? sayWished(which.when, facts) : which?.ordinal === -1 ? say.inThePast : say.ahead
  const what = { words: which?.words ?? '', people: sayList(people, facts), when }
  return { type: 'answer', text: say.noMeeting(!isMember(facts), what) }
}

function sayWished(when: { startMs: number; clocked: boolean; text: string }, facts: Facts): string {
  const { onDayAt, forWords } = phrasesFor(facts)
  return when.clocked ? onDayAt(sayDay(when.startMs, facts), sayClock(when.startMs, facts.zone)) : forWords(when.text)
}

export const isRuling = (found: CalendarEvent | RulingDraft): found is RulingDraft => 'type' in found

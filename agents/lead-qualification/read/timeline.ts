import { DateTime } from 'luxon'
import { readWhen } from '#language/when.ts'
import { anyOf, quoteOf, type Read, type Said } from './said.ts'

/** When they need it: `dated` has an end (with the date, where one can be told), `vague` is some day, `none` is not now. */
export interface Need {
  timeline: 'dated' | 'vague' | 'none'
  /** ISO date. */
  by: string | null
}

const NOT_NOW = anyOf(`
  (?:just|only) (?:looking(?: around)?|browsing|curious|exploring|checking(?: it| you)? out|researching)|no (?:rush|hurry)|not (?:urgent|now|yet)|in no (?:rush|hurry)|no time ?line
  solo (?:estoy |estamos )?(?:mirando|viendo)|sin prisa|(?:je|on|nous) (?:regarde|regardons)(?: juste)?|juste (?:pour voir|curieux)|pas (?:presse|urgent)|pas d'urgence
  (?:nur|ich) (?:mal )?(?:umschauen|schaue nur|neugierig)|schaue mich nur um|keine eile|nicht (?:eilig|dringend)`)
const SOME_DAY = anyOf(`
  (?:maybe|perhaps|possibly|probably|some ?time|somewhere)(?: \\p{L}+){0,2} (?:later|next|this|in)(?: \\p{L}+){0,2}|later (?:this|in the) (?:year|month|summer)|at some point|eventually|some ?day|down the (?:line|road)|in the future|not sure when
  quiz[a]s?(?: \\p{L}+){0,3}|mas adelante|algun dia|en el futuro|tal vez(?: \\p{L}+){0,3}
  peut-etre(?: \\p{L}+){0,3}|plus tard(?: \\p{L}+){0,2}|un jour|a l'avenir
  vielleicht(?: \\p{L}+){0,3}|irgendwann(?: \\p{L}+){0,3}|spater(?: (?:im|dieses) jahr)?|in zukunft`)
const NOW = anyOf(`
  asap|a\\.s\\.a\\.p\\.|as soon as possible|urgent(?:ly)?|right away|immediately|yesterday|this week|straight away|quickly
  urgente(?:mente)?|cuanto antes|lo antes posible|ya mismo|urgence|au plus vite|des que possible|immediatement|tout de suite
  dringend|sofort|so schnell wie moglich|schnellstmoglich|eilig`)

/** When somebody needs what they ask for; null where they do not say. Times of a meeting are no deadlines. */
export function readTimeline(said: Said): Read<Need> | null {
  const notNow = quoteOf(said, NOT_NOW)
  const someDay = quoteOf(said, SOME_DAY)
  if (someDay !== null) return { value: { timeline: 'vague', by: null }, span: someDay }
  if (notNow !== null) return { value: { timeline: 'none', by: null }, span: notNow }
  const dated = deadlineIn(said)
  if (dated) return dated
  const now = quoteOf(said, NOW)
  return now === null ? null : { value: { timeline: 'dated', by: null }, span: now }
}

const BEFORE =
  /\b(?:before|by|until|till|antes de(?:l)?|para|hasta|avant|d'ici|pour|jusqu'a|vor|bis)\s+(?:the\s+|el\s+|la\s+|le\s+|den\s+|dem\s+|zum\s+)?$/u

/** The first time they name that lies ahead, as the date by which they need it. */
function deadlineIn({ text, plain, language, nowMs, zone }: Said): Read<Need> | null {
  for (const finding of readWhen(text, { nowMs, zone, locale: language })) {
    if (finding.impossible || finding.clocked || !finding.dated || finding.kind === 'recurrence') continue
    const { startMs, endMs, span, open } = finding
    const before = BEFORE.exec(plain.slice(0, span[0]))
    const endOfIt = open === 'after' ? startMs : before && startMs !== null && !open ? startMs : (endMs ?? startMs)
    if (endOfIt === null || endOfIt <= nowMs) continue
    const from = before ? span[0] - before[0].length : span[0]
    return {
      value: { timeline: 'dated', by: DateTime.fromMillis(endOfIt - 1, { zone }).toISODate() },
      span: text.slice(from, span[1]).trim(),
    }
  }
  return null
}

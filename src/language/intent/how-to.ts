import type { Seen } from './phrases.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Words that name nothing in particular: who says no more asks how it is done, or whether it can be. */
const FILLER = set(
  'i we you one to a an the my our your any some new existing multiple several all more in on into onto from of for at with it and or ' +
    'please ai app assistant tool bot system day days week weeks time times here this that',
)
const THINGS = set(
  'event events calendar calendars schedule schedules agenda something things entry entries item items appointment appointments invite',
)
/** A kind of thing in the plural, or nothing named at all: one that is wanted now has an article of its own. */
const KINDS = set('events calendars schedules something things entries items appointments')
const COURTESIES = set('hi hey hello ok okay so well great thanks please and also yes now cool good perfect nice sorry')
const HOW = ['how do i', 'how do we', 'how do you', 'how can i', 'how can we', 'how to', 'how would i', 'how does one']
const WHETHER = ['can i', 'can we', 'am i able to', 'is it possible to', 'do you know how to', 'are you able to']

/**
 * Does the message only ask how a kind of thing is done ("how do I put an event into my calendar"), or whether it can be
 * ("can I add events?")? It names no time, nobody and nothing of its own, so there is nothing to do.
 */
export function asksHow({ words, times }: Seen): boolean {
  const from = words.findIndex(({ plain }) => !COURTESIES.has(plain))
  if (from < 0 || words.length - from > 14 || times.some((mark) => mark === 'when')) return false
  const plain = words.slice(from).map((word) => word.plain)
  const said = `${plain.join(' ')} `
  const how = HOW.find((opening) => said.startsWith(`${opening} `))
  const opening = how ?? WHETHER.find((opening) => said.startsWith(`${opening} `))
  if (!opening) return false
  const [verb, ...rest] = plain.slice(opening.split(' ').length)
  if (!verb || rest.length === 0) return false
  const known = how ? THINGS : KINDS
  return rest.some((word) => known.has(word)) && rest.every((word) => FILLER.has(word) || THINGS.has(word))
}

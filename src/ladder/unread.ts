import type { Cue } from '#kernel/cue.ts'
import { isCourtesy } from '#language/intent.ts'
import { readMoney } from '#language/money.ts'
import { TELLING_WORDS } from '#language/tongue/words.ts'
import { tongueOf } from '#language/tongue.ts'
import { readWhen } from '#language/when.ts'
import { spanOf } from './span.ts'

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’-][\p{L}\p{N}]+)*/gu
/** Nothing shorter tells anybody anything. */
const SHORTEST = 3

/**
 * The words of a text that nobody read: they stand in nothing of the request, in no cue, and are neither small words nor
 * courtesies. Without them a person said all they had to say, and what is missing is asked.
 * @param read words the request holds, as the text has them
 */
export function unreadWords(text: string, read: readonly string[], idle: ReadonlySet<string>): string[] {
  const spans = read.map((words) => spanOf(text, words)).filter((span) => span !== null)
  const covered = (at: number): boolean => spans.some(([from, to]) => from <= at && at < to)
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const plain = folded(word)
    const known = plain.length < SHORTEST || TELLING_WORDS.has(plain) || idle.has(plain) || isCourtesy(word)
    return known || covered(index) ? [] : [word]
  })
}

/** Every text a request holds that is not the whole message: what a reader took out of it. */
export function wordsHeld(request: unknown, message: string): string[] {
  if (typeof request === 'string') return isWhole(request, message) ? [] : [request]
  if (typeof request !== 'object' || request === null) return []
  return Object.values(request).flatMap((inner) => wordsHeld(inner, message))
}

/** Times and amounts: what the language layer can read needs no model. */
export function plainlyRead(text: string, { nowMs, zone }: { nowMs: number; zone: string }): string[] {
  const locale = tongueOf(text) ?? 'en'
  const times = readWhen(text, { nowMs, zone, locale })
  return [...times, ...readMoney(text, { locale, bare: true })].map((found) => found.text)
}

/** The words that cues are made of: they name what is done and to what, and say nothing of it. */
export function cueWords(cues: readonly Cue[]): ReadonlySet<string> {
  const said = cues.flatMap(({ verbs, objects }) => [...verbs, ...objects])
  return new Set(said.flatMap((words) => (words.match(WORD) ?? []).map(folded)))
}

const isWhole = (held: string, message: string): boolean => folded(held).trim() === folded(message).trim()

const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('’', "'")

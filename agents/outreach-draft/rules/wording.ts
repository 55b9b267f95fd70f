import { DateTime } from 'luxon'
import { cleanName, cleanText } from '#kernel/display.ts'
import { dateOf, sayDate } from '#kernel/time.ts'
import { asDictated } from '#language/dictated.ts'

/** Days as they are counted from when they are said. */
const RELATIVE: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tonight: 0, tomorrow: 1 }
const RELATIVE_DAY = new RegExp(`\\b(${Object.keys(RELATIVE).join('|')})\\b(?!\\s*\\()`, 'giu')

/** When words were dictated, and when they leave. */
interface Leaving {
  nowMs: number
  fromMs: number
  zone: string
}

/**
 * Dictated words as a sentence that can be sent. Where they leave on another day than they were said, days that are counted from now are named by their date.
 */
export function sentence(words: string, { nowMs, fromMs, zone }: Leaving): string {
  const said = asDictated(cleanText(words))
  return dateOf(fromMs, zone) === dateOf(nowMs, zone) ? said : withDates(said, nowMs, zone)
}

const withDates = (text: string, nowMs: number, zone: string): string =>
  text.replace(RELATIVE_DAY, (word) => {
    const day = DateTime.fromMillis(nowMs, { zone }).plus({ days: RELATIVE[word.toLowerCase()] ?? 0 })
    return `${word} (${sayDate(day.toISODate() ?? '', nowMs)})`
  })

/** A greeting, what is said, and a farewell, as the policy writes them. */
export function letter(
  body: string,
  { greeting, signOff }: { greeting: string; signOff: string },
  { to, from }: { to: string | null; from: string | null },
): string {
  const lines = [named(greeting, to), body, named(signOff, from)]
  return lines.filter((line) => line !== '').join('\n\n')
}

/** `Hi Pia,`; where nobody's name is known, `Hi,`. */
const named = (line: string, name: string | null): string => {
  const first = name === null || name.includes('@') ? '' : (cleanName(name).split(/\s+/u)[0] ?? '')
  return line
    .replaceAll('{first_name}', first)
    .replace(/\s+([,.!])/gu, '$1')
    .replace(/[ \t]{2,}/gu, ' ')
    .trim()
}

/** The first of the words that never go out, or null. */
export const bannedIn = (text: string, banned: readonly string[]): string | null =>
  banned.find((word) => text.toLowerCase().includes(word.toLowerCase())) ?? null

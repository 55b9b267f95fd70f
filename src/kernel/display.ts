import type { Principal } from './principal.ts'

/** Control characters, bidi overrides and invisible joiners: they change how a line reads without changing its letters. */
const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** Letters of other scripts that pass for Latin ones (Unicode TR 39 confusables, the ones seen in names). */
const LOOKALIKES: Record<string, string> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  у: 'y',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  һ: 'h',
  ԁ: 'd',
  ո: 'n',
  ѵ: 'v',
  ԛ: 'q',
  ԝ: 'w',
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
  І: 'I',
  Ј: 'J',
  Ѕ: 'S',
  ο: 'o',
  α: 'a',
  ν: 'v',
  ι: 'i',
  ρ: 'p',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Ζ: 'Z',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  Ρ: 'P',
  Τ: 'T',
  Χ: 'X',
}

/** Text of an outsider, fit to be shown: unseen characters gone, line breaks folded where `oneLine`. */
export function cleanText(text: string, options: { oneLine?: boolean; maxLength?: number } = {}): string {
  const seen = text.normalize('NFC').replace(UNSEEN, '')
  const folded = options.oneLine ? seen.replace(/\s+/g, ' ').trim() : seen
  const limit = options.maxLength ?? Number.POSITIVE_INFINITY
  return folded.length > limit ? `${folded.slice(0, limit - 1)}…` : folded
}

/** What would wake a whole channel, wherever a title or a name carries it. */
const CALL_ALL = /[@!](?=everyone|here|channel)/giu

/** A title, place or name fit to stand inside a sentence: one line, no unseen characters, no call to a whole channel. */
export const cleanLine = (text: string, maxLength = 200): string =>
  cleanText(text, { oneLine: true }).replace(CALL_ALL, '').slice(0, maxLength)

/** A title in its quotes. */
export const quoted = (title: string): string => `"${cleanLine(title)}"`

/** A name with look-alike letters put back to Latin where the word mixes scripts (a Cyrillic "а" inside "Sаm"). */
export function cleanName(name: string): string {
  return cleanText(cleanLine(name), { maxLength: 80 }).replace(/\S+/g, (word) =>
    /[a-z]/i.test(word) ? [...word].map((letter) => LOOKALIKES[letter] ?? letter).join('') : word,
  )
}

/** `+44•••123` and `j•••@acme.com`: an address as it is shown where several people may read. */
export function masked(address: string): string {
  const clean = cleanLine(address, 320)
  const at = clean.indexOf('@')
  if (at > 0) return `${clean.slice(0, 1)}•••${clean.slice(at)}`
  return clean.length < 8 ? '•••' : `${clean.slice(0, 3)}•••${clean.slice(-3)}`
}

/** How a person is named to others: a member by policy name, an outsider by what they say of themselves, marked as such. */
export function sayWho(principal: Principal): string {
  if (principal.kind === 'member') return principal.name ?? principal.id
  const says = principal.name ? ` (says "${cleanName(principal.name).replaceAll('"', "'")}")` : ''
  return principal.kind + says
}

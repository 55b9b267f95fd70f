import type { DateValue } from './date.ts'
import type { Lexicon } from './lexicon.ts'
import type { Token } from './tokens.ts'
import type { Wall } from './wall.ts'

/** What every rule of the grammar sees: the tokens and the reader's here and now. */
export interface Context {
  tokens: readonly Token[]
  lexicon: Lexicon
  /** The speaker's zone, as it was given. */
  zone: string
  /** Wall time of now, and midnight of today. */
  now: Wall
  today: Wall
  dateOrder: 'dmy' | 'mdy' | 'ymd'
  /** False where the order was only guessed from the locale: then 03/04 is ambiguous. */
  orderKnown: boolean
  /** 1 Monday to 7 Sunday. */
  weekStarts: number
  /** Wall time of now in another zone. */
  nowIn: (zone: string) => Wall
  /** The instant of a wall time in the speaker's zone, and back. */
  instantOf: (wall: Wall) => number
  wallAt: (ms: number) => Wall
  /** Wall times reached by counting hours or less from now, and the instants they stand for. */
  exact: Map<Wall, number>
  /** Region of the locale ("GB"), or ''. */
  region: string
  /** What the date rules made of each token: they are asked for the same place many times. */
  dates: Map<number, Hit<DateValue> | null>
  /** How deep dates lean on dates just now ("3 days after 2 weeks after ..."). */
  nesting: { depth: number }
}

/** A rule's answer: what it read and the index of the token after it. */
export interface Hit<T> {
  value: T
  end: number
}

const EDGE: Token = { text: '', kind: 'sign', start: 0, end: 0, glued: false, value: -1, entry: {}, capital: false }

/** The token at `index`, or an empty one past the ends. */
export const tokenAt = (context: Context, index: number): Token => context.tokens[index] ?? EDGE

/** Is the token at `index` this word or sign? */
export const isText = (context: Context, index: number, text: string): boolean => tokenAt(context, index).text === text

/** The index after `text` where it stands at `index`, else `index`. */
export const skip = (context: Context, index: number, ...texts: string[]): number =>
  texts.includes(tokenAt(context, index).text) ? index + 1 : index

/** A look-up table by word; a plain object would answer to "constructor". */
export const table = <T>(rows: Record<string, T>): ReadonlyMap<string, T> => new Map(Object.entries(rows))

const DASHES = new Set(['-', '–', '—', '‑'])
export const isDash = (context: Context, index: number): boolean => DASHES.has(tokenAt(context, index).text)

const NEVER_BEFORE = new Set(['$', '£', '€', '#', '_', '=', '%', '\\', '&', '+'])
const JOINTS = new Set(['.', ',', ':', '/', '-', '$', '£', '€'])

/** May a time begin here? Not inside a word, a decimal, a version, a phone number or an amount. */
export function startsClean(context: Context, index: number): boolean {
  const token = tokenAt(context, index)
  if (!token.glued) return true
  const before = tokenAt(context, index - 1)
  if (before.kind !== 'sign') return false
  if (NEVER_BEFORE.has(before.text) && !(before.text === '+' && !before.glued)) return false
  return !(JOINTS.has(before.text) && before.glued && tokenAt(context, index - 2).kind === 'digits')
}

/** May a number end before `index`? Not where letters, digits, a percent sign or more of a number follow at once. */
export function endsClean(context: Context, index: number): boolean {
  const token = tokenAt(context, index)
  if (!token.glued) return true
  if (token.kind !== 'sign') return false
  if (token.text === '%') return false
  const next = tokenAt(context, index + 1)
  return !(
    (token.text === '.' || token.text === ',' || token.text === ':' || token.text === '/') &&
    next.glued &&
    next.kind === 'digits'
  )
}

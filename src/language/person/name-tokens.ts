import { fold } from './fold.ts'

/** A word or sign of a name. */
export interface NameToken {
  /** As written. */
  text: string
  /** Folded, without dots: how lists know it. */
  key: string
  /** UTF-16 offsets in the text, end exclusive. */
  start: number
  end: number
  /** A letter or a few with their dots: "J", "J.", "J.R.". */
  initial: boolean
  /** In brackets or quotes: a nickname, or what a company is also called. */
  aside: boolean
  /** A comma or semicolon stands behind it. */
  comma: boolean
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'’-]|\.(?!\.))*|&|\+|[,;]|[()"“”„]/gu
/** "J", "J.", "J.R." */
const INITIALS = /^\p{L}(?:\.\p{L}){0,2}\.?$/u
const OPENERS = new Set(['(', '"', '“', '„'])

/** The words of a name with "&" and "+"; commas and brackets become marks on them. */
export function nameTokens(text: string): NameToken[] {
  const tokens: NameToken[] = []
  let aside = false
  for (const { 0: found, index } of text.matchAll(WORD)) {
    const last = tokens.at(-1)
    if (found === ',' || found === ';') {
      if (last) last.comma = true
    } else if (/^[()"“”„]$/.test(found)) aside = found === ')' ? false : OPENERS.has(found) && !aside
    else tokens.push(token(found, index, aside || isQuoted(text, found, index)))
  }
  return tokens
}

function token(found: string, start: number, aside: boolean): NameToken {
  const text = found.replace(/['’-]+$/, '')
  const key = fold(text).replaceAll('.', '')
  return { text, key, start, end: start + text.length, initial: INITIALS.test(text), aside, comma: false }
}

const isQuoted = (text: string, found: string, at: number): boolean =>
  /['’]$/.test(found) && /(?:^|\s)['’‘]$/.test(text.slice(Math.max(0, at - 2), at))

/** "&", "and" and their like. */
export const isAnd = ({ key, text }: NameToken): boolean => /^(?:&|and|und|et|\+)$/.test(key) || text === 'y'

import type { Agreement } from './agreement.ts'
import type { Evidence } from './evidence.ts'

const SAYS: Record<Agreement, string> = {
  same: 'same',
  close: 'nearly the same',
  partly: 'partly the same',
  apart: 'different',
}

/** What a field says, in words: "same given name", "different post code", "given name and surname swapped". */
export const inWords = ({ field, agreement, swapped }: Evidence): string =>
  `${SAYS[agreement]} ${field.replaceAll('_', ' ')}${swapped ? ' (swapped)' : ''}`

/** All of it, what weighs most first. */
export const groundsOf = (evidence: readonly Evidence[]): string[] =>
  [...evidence].sort((a, b) => Math.abs(b.bits) - Math.abs(a.bits)).map(inWords)

import type { Agreement } from './agreement.ts'
import { edits, jaroWinkler } from './edits.ts'
import { areNicknames } from './nicknames.ts'
import { soundOf } from './sounds.ts'
import { joined, wordsOf } from './text.ts'

/** Typing errors that two spellings of one word of that length may be apart. */
export const errorsIn = (length: number): number => (length < 3 ? 0 : length < 6 ? 1 : length < 10 ? 2 : 3)
/** Jaro-Winkler likeness from which two words are one, and from which they may be. */
const CLOSE = 0.93
const PARTLY = 0.87

/** Two spellings of a word or a few, spaces ignored. */
export function compareSpellings(a: string, b: string): Agreement | null {
  const [s, t] = [joined(a), joined(b)]
  return s && t ? spelling(s, t) : null
}

export function spelling(s: string, t: string): Agreement {
  if (s === t) return 'same'
  const most = errorsIn(Math.max(s.length, t.length))
  if (most > 0 && edits(s, t, most) <= most) return 'close'
  const likeness = jaroWinkler(s, t)
  if (likeness >= CLOSE) return 'close'
  return likeness >= PARTLY && Math.min(s.length, t.length) > 3 ? 'partly' : 'apart'
}

/** Family names: spelling, sound, or one of a double name. */
export function compareFamilies(a: string, b: string): Agreement | null {
  const level = compareSpellings(a, b)
  if (level !== 'apart' && level !== 'partly') return level
  if (soundOf(joined(a)) === soundOf(joined(b))) return 'close'
  return sharesWord(wordsOf(a), wordsOf(b)) ? 'partly' : level
}

/** Given names: as families, and initials and nicknames. */
export function compareGivens(a: string, b: string): Agreement | null {
  const level = compareFamilies(a, b)
  if (level !== 'apart') return level
  const [s = '', t = ''] = [wordsOf(a)[0], wordsOf(b)[0]]
  const initial = (s.length === 1 || t.length === 1) && s[0] === t[0]
  return initial || areNicknames(s, t) ? 'partly' : 'apart'
}

const sharesWord = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((word) => word.length > 3 && b.includes(word))

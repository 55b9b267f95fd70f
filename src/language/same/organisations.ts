import { DOUBTFUL_FORMS, LEGAL_FORMS } from '../person/legal-forms.ts'
import type { Agreement } from './agreement.ts'
import { jaroWinkler } from './edits.ts'
import { areNicknames } from './nicknames.ts'
import { soundOf } from './sounds.ts'
import { wordsOf } from './text.ts'

const SMALL = new Set([
  'the',
  'and',
  'of',
  'a',
  'und',
  'et',
  'y',
  'der',
  'die',
  'das',
  'le',
  'la',
  'el',
  'los',
  'las',
  'les',
  'de',
  'du',
  'at',
  's',
])

/** What two names have in common. */
export interface NameLikeness {
  /** 0 to 1. */
  likeness: number
  /** Both bear legal forms, and others. */
  formsDiffer: boolean
  /** One name is the other with words more. */
  contained: boolean
}

/** Forms that are said of any company. */
const LOOSE = new Set(['company', 'co', 'firm'])
const CONTAINED = 0.86
const OTHER_FORM = 0.09
/** Likeness of two words that sound alike, or are forms of one given name. */
const ALIKE = 0.91

/**
 * How alike the names of two companies (or of two people in any order) are: without case, diacritics, punctuation, legal forms
 * and "the"; each word with its best partner by Jaro-Winkler, weighed by its length. Different legal forms cost a little.
 */
export function likenessOf(a: string, b: string): NameLikeness {
  const [one, two] = [coreOf(a), coreOf(b)]
  const formsDiffer = one.form !== '' && two.form !== '' && one.form !== two.form
  if (one.words.length === 0 || two.words.length === 0) return { likeness: 0, formsDiffer, contained: false }
  const [short, long] = one.words.length <= two.words.length ? [one.words, two.words] : [two.words, one.words]
  const together = short.join('') === long.join('')
  const contained = short.length < long.length && short.every((word) => long.includes(word))
  const sets = contained ? Math.max(CONTAINED, setLikeness(short, long)) : setLikeness(short, long)
  const likeness = together ? 1 : Math.max(sets, jaroWinkler(short.join(''), long.join('')) - 0.04)
  return { likeness: Math.max(0, likeness - (formsDiffer ? OTHER_FORM : 0)), formsDiffer, contained }
}

/** Names as a field of a record. */
export function compareNames(a: string, b: string): Agreement | null {
  const { likeness, contained } = likenessOf(a, b)
  if (likeness === 0 && (wordsOf(a).length === 0 || wordsOf(b).length === 0)) return null
  if (likeness >= 0.99) return 'same'
  if (likeness >= 0.9) return 'close'
  return contained || likeness >= 0.8 ? 'partly' : 'apart'
}

function coreOf(name: string): { words: string[]; form: string } {
  const all = wordsOf(name)
  const isForm = (word: string, at: number): boolean =>
    at > 0 && LEGAL_FORMS.has(word) && (!DOUBTFUL_FORMS.has(word) || at === all.length - 1)
  const words = all.filter((word, at) => !isForm(word, at) && !SMALL.has(word))
  const form = all
    .filter((word, at) => isForm(word, at) && !LOOSE.has(word))
    .join(' ')
    .replace('limited', 'ltd')
    .replace('incorporated', 'inc')
    .replace('corporation', 'corp')
  return { words: words.length > 0 ? words : all, form }
}

/** Spelling, and what it lacks made up for a little where the words sound alike or are one given name. */
function wordLikeness(a: string, b: string): number {
  const spelt = jaroWinkler(a, b)
  return spelt < ALIKE && (soundOf(a) === soundOf(b) || areNicknames(a, b)) ? ALIKE : spelt
}

/** Each word of the shorter name finds its best partner; what is left over of the longer one counts against. */
function setLikeness(short: readonly string[], long: readonly string[]): number {
  const free = [...long]
  let sum = 0
  let whole = 0
  for (const word of short) {
    let best = -1
    let at = -1
    free.forEach((other, index) => {
      const likeness = word === other ? 1 : wordLikeness(word, other)
      if (likeness > best) [best, at] = [likeness, index]
    })
    const partner = at >= 0 ? (free.splice(at, 1)[0] ?? '') : ''
    const length = Math.max(word.length, partner.length)
    sum += length * (best >= 0.85 ? best : 0)
    whole += length
  }
  return sum / (whole + free.reduce((total, word) => total + word.length, 0))
}

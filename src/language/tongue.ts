import { LANGUAGES, type Language } from '#kernel/language.ts'
import { TELLING_WORDS } from './tongue/words.ts'

/** How far the best language must be ahead of the next, and how much must speak for it at all, in telling words. */
const AHEAD = 0.7
const ENOUGH = 0.9

/** Letters and signs that few of the languages write; what each adds, once. */
const LETTERS: readonly [RegExp, Partial<Record<Language, number>>][] = [
  [/[ñ¿¡]/iu, { es: 1.5 }],
  [/ß/iu, { de: 1.5 }],
  [/[äö]/iu, { de: 0.8 }],
  [/ü/iu, { de: 0.5, es: 0.2 }],
  [/[çœêîûùè]/iu, { fr: 0.8 }],
  [/[áíóú]/iu, { es: 0.8 }],
]

/** Letters of languages the desk does not speak: what looks like Spanish may be Portuguese. */
const OTHER_LETTERS = /[ãõłąęőű]|\p{Script=Cyrillic}|\p{Script=Greek}|\p{Script=Arabic}|\p{Script=Han}/iu

/**
 * The language of a chat line, or null where nobody can tell ("ok", "2", "Jo 14:00"). Short lines have too little text
 * for statistics over letters, so words that belong to one language, or to few, are counted.
 */
export function tongueOf(text: string): Language | null {
  if (OTHER_LETTERS.test(text)) return null
  const scores: Record<Language, number> = { en: 0, es: 0, fr: 0, de: 0 }
  for (const word of new Set(wordsOf(text))) {
    const speakers = TELLING_WORDS.get(word) ?? []
    for (const language of speakers) scores[language] += 1 / speakers.length
  }
  for (const [letters, adds] of LETTERS)
    if (letters.test(text)) for (const language of LANGUAGES) scores[language] += adds[language] ?? 0
  const [best = 'en', next = 'en'] = [...LANGUAGES].sort((a, b) => scores[b] - scores[a])
  return scores[best] >= ENOUGH && scores[best] - scores[next] >= AHEAD ? best : null
}

/** Lower-case words without accents; addresses and links are no words. */
function wordsOf(text: string): string[] {
  const plain = text
    .replace(/\S+@\S+|https?:\S+/g, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
  return (plain.match(/\p{L}+(?:'\p{L}+)*/gu) ?? []).flatMap((word) =>
    word.includes("'") ? [word, ...word.split("'")] : [word],
  )
}

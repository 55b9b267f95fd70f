/** Words that say what kind of thing an event is, and tell no event from another. */
export const GENERIC = new Set(
  'a an the my our your his her their this that these those all any every of for with and to on in at meeting meetings call calls event events appointment appointments session sessions chat catch thing one ones next first last future upcoming other'.split(
    ' ',
  ),
)

/** How often something comes is said of a series whatever it is called. */
const FREQUENCY = new Set(
  'daily weekly biweekly fortnightly monthly quarterly yearly annual recurring regular repeating'.split(' '),
)

/** Lower-case words without accents, punctuation and plural endings. */
export function wordsOf(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .replace(/\b(?:1[:-]1|1on1|one[- ]on[- ]one|one[- ]to[- ]one)(?=s?\b)/g, 'oneonone')
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) =>
    word.length > 3 ? word.replace(/(?<=[^s])s$/, '') : word,
  )
}

/** The words that tell an event from another; all of them where there are no others. */
export function tellingWords(text: string): string[] {
  const words = wordsOf(text)
  const telling = words.filter((word) => !GENERIC.has(word) && !GENERIC.has(`${word}s`))
  return telling.length > 0 ? telling : words
}

/**
 * How well an event's title fits what it was called: 3 the very title, 2 its whole title stands in the words or all words in
 * the title, 1 all but a few, 0 not at all.
 */
export function nameFits(title: string, called: string): number {
  const ofTitle = wordsOf(title)
  const ofCall = wordsOf(called)
  if (ofTitle.join(' ') === ofCall.join(' ')) return 3
  if (ofTitle.length > 0 && ` ${ofCall.join(' ')} `.includes(` ${ofTitle.join(' ')} `)) return 2.5
  const telling = tellingWords(called)
  const found = telling.filter((word) => ofTitle.some((other) => sameWord(word, other))).length
  if (found === telling.length) return 2
  const joined = ofTitle.join('')
  if (telling.join('') !== '' && joined.includes(telling.join(''))) return 2
  return telling.length >= 3 && found / telling.length >= 0.6 ? 1 : 0
}

const sameWord = (a: string, b: string): boolean =>
  a === b || (a.length >= 4 && b.startsWith(a)) || (b.length >= 4 && a.startsWith(b) && a.length - b.length <= 3)

/** What a series is called without how often it comes: "sync" of "the weekly sync". */
export const withoutFrequency = (called: string): string =>
  called
    .split(' ')
    .filter((word) => !FREQUENCY.has(word.toLowerCase()))
    .join(' ')

/** Whether a text names an event by its title: all telling words of the title stand in it, in order. */
export function standsIn(title: string, text: string): boolean {
  const telling = tellingWords(title)
  const phrase = ` ${telling.join(' ')} `
  return telling.some((word) => !GENERIC.has(word)) && ` ${wordsOf(text).join(' ')} `.includes(phrase)
}

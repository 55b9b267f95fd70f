import { DOUBTFUL_FORMS, LEGAL_FORMS } from './legal-forms.ts'
import { isAnd, type NameToken } from './name-tokens.ts'
import { PARTICLES, TITLES } from './name-words.ts'
import { SENTENCE_WORDS } from './sentence-words.ts'

const MOST_WORDS = 7
const MOST_LOWER_WORDS = 3

/** Stretches of a text that are written like names: with capitals, or lower-case words before a legal form. */
export function nameRuns(tokens: readonly NameToken[], text: string): NameToken[][] {
  const runs: NameToken[][] = []
  let run: NameToken[] = []
  const close = (): void => {
    while (run.length > 0 && isLink(run.at(-1) as NameToken)) run.pop()
    if (run.length > 0) runs.push(run)
    run = []
  }
  tokens.forEach((token, at) => {
    const previous = tokens[at - 1]
    if (run.length > 0 && (!previous || !touches(previous, token, text) || run.length >= MOST_WORDS)) close()
    if (isCapital(token) || (run.length > 0 && isLink(token))) run.push(token)
    else if (isForm(token)) run = run.length > 0 ? [...run, token] : [...lowerWordsBefore(tokens, at, text), token]
    else close()
  })
  close()
  return runs.filter((one) => !(one.length === 1 && isForm(one[0] as NameToken)))
}

/** Only a space between them, or the dot of an initial or title; a comma joins a legal form to its name ("Acme, Inc."). */
function touches(before: NameToken, token: NameToken, text: string): boolean {
  const gap = text.slice(before.end, token.start)
  if (!/^[^\S\n\r]{0,2}[,;()"“”„'’]{0,2}[^\S\n\r]{0,2}$/.test(gap) || token.aside !== before.aside) return false
  if (before.comma) return isForm(token) && /^,\s?$/.test(gap)
  return !before.text.endsWith('.') || before.initial || TITLES.has(before.key) || before.key.length <= 2
}

const isCapital = ({ text, key }: NameToken): boolean => /^\p{Lu}/u.test(text) && !SENTENCE_WORDS.has(key)
const isLink = (token: NameToken): boolean => isAnd(token) || (PARTICLES.has(token.key) && /^\p{Ll}/u.test(token.text))
const isForm = ({ key }: NameToken): boolean => LEGAL_FORMS.has(key) && !DOUBTFUL_FORMS.has(key) && !COMMON.has(key)

/** Legal forms that are words of messages. */
const COMMON = new Set([
  'company',
  'limited',
  'corporation',
  'bt',
  'spa',
  'scs',
  'sia',
  'ans',
  'hb',
  'hf',
  'pvt',
  'spa',
])
/** Words before a name in lower case that are none of it. */
const SMALL =
  /^(?:the|a|an|at|from|with|for|of|to|by|on|in|and|two|both|all|bei|von|mit|der|die|das|le|la|el|chez|de|en)$/

function lowerWordsBefore(tokens: readonly NameToken[], at: number, text: string): NameToken[] {
  const found: NameToken[] = []
  for (let i = at - 1; i >= 0 && found.length < MOST_LOWER_WORDS; i--) {
    const token = tokens[i] as NameToken
    if (!touches(token, tokens[i + 1] as NameToken, text) || SENTENCE_WORDS.has(token.key) || SMALL.test(token.key))
      break
    found.unshift(token)
  }
  return found
}

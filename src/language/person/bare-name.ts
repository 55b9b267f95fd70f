import { COMPANY_WORDS } from './company-words.ts'
import type { PersonFind } from './find.ts'
import { GIVEN_NAMES } from './given-names.ts'
import { judgeName } from './judge-name.ts'
import { LEGAL_FORMS } from './legal-forms.ts'
import { frameOf } from './name-frame.ts'
import { partsOf } from './name-parts.ts'
import { type NameToken, nameTokens } from './name-tokens.ts'
import { SUFFIXES } from './name-words.ts'

/** A person or a company, and by how many points it is that rather than the other. */
export interface NameFind extends PersonFind {
  kind: 'person' | 'company'
  margin: number
}

const MOST_LETTERS = 160
const MOST_WORDS = 16

/**
 * Reads a text that is a name and nothing else, as forms and columns have it: person or company, and a person's given and
 * family name. Null where it holds no letters or is too long for a name. `at` is where the text stands in a longer one.
 */
export function readName(text: string, at = 0): NameFind | null {
  if (text.length > MOST_LETTERS) return null
  const tokens = nameTokens(text)
  const letters = tokens.filter(({ key }) => /\p{L}/u.test(key))
  if (letters.length === 0 || tokens.length > MOST_WORDS) return null
  const { company, person } = judgeName(tokens)
  const span = spanOf(tokens, text, at)
  const written = text.slice(span[0] - at, span[1] - at)
  if (company >= person || (letters.length === 1 && !isGivenAlone(tokens)))
    return { kind: 'company', text: written, span, value: written, margin: company - person }
  const frame = frameOf(tokens)
  const { given, family } = partsOf(frame)
  const called = given && family ? `${given} ${family}` : frame.core.map((token) => token.text).join(' ')
  return {
    kind: 'person',
    text: written,
    span,
    value: called || written,
    ...(given ? { given } : {}),
    ...(family ? { family } : {}),
    margin: person - company,
  }
}

const isGivenAlone = (tokens: readonly NameToken[]): boolean => GIVEN_NAMES.has(tokens[0]?.key ?? '')

/** Whether a dot belongs to the word rather than to the sentence. */
const isAbbreviation = ({ initial, key }: NameToken): boolean =>
  initial || key.length <= 2 || SUFFIXES.has(key) || LEGAL_FORMS.has(key) || COMPANY_WORDS.has(key)

/** From the first word to the last, with the full stop or bracket that belongs to it. */
function spanOf(tokens: readonly NameToken[], text: string, at: number): [number, number] {
  const start = tokens[0]?.start ?? 0
  const last = tokens.at(-1)
  const stop = last?.text.endsWith('.') && !isAbbreviation(last) ? 1 : 0
  const end = (last?.end ?? text.length) - stop
  const closing = /^[)"”]/.test(text.slice(end)) && /[("“„]/.test(text.slice(0, end)) ? 1 : 0
  const opening = start > 0 && /[("“„]/.test(text[start - 1] ?? '') && closing > 0 ? 1 : 0
  return [at + start - opening, at + end + closing]
}

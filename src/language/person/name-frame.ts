import type { NameToken } from './name-tokens.ts'
import { DOUBTFUL_SUFFIXES, DOUBTFUL_TITLES, GENERATIONS, SUFFIXES, TITLES } from './name-words.ts'

/** A name without what stands around it. */
export interface NameFrame {
  titles: NameToken[]
  /** The name itself, without asides. */
  core: NameToken[]
  suffixes: NameToken[]
  asides: NameToken[]
}

const isTitle = (token: NameToken, rest: number): boolean =>
  TITLES.has(token.key) && rest >= 1 && (!DOUBTFUL_TITLES.has(token.key) || token.text.endsWith('.') || rest >= 3)

/** "Attorney at Law" ends with words that alone would be a name's. */
const AT_LAW: readonly string[] = ['at', 'law']

/** Takes titles from the front and degrees, generations and professions from the end. */
export function frameOf(tokens: readonly NameToken[]): NameFrame {
  const named = tokens.filter(({ aside }) => !aside)
  let first = 0
  while (first < named.length - 1 && isOpening(named, first)) first++
  let end = named.length
  while (end > first + 1 && isClosing(named, end - 1, first)) end--
  return {
    titles: named.slice(0, first),
    core: named.slice(first, end),
    suffixes: named.slice(end),
    asides: tokens.filter(({ aside }) => aside),
  }
}

/** A title, or the "&" and second title of a couple ("Mr. & Mrs."). */
function isOpening(named: readonly NameToken[], at: number): boolean {
  const token = named[at] as NameToken
  if (isTitle(token, named.length - at - 1)) return true
  const next = named[at + 1]
  return at > 0 && /^(?:&|and|und|y|et)$/.test(token.key) && next !== undefined && TITLES.has(next.key)
}

function isClosing(named: readonly NameToken[], at: number, first: number): boolean {
  const { key, text } = named[at] as NameToken
  if (key === AT_LAW[1] && named[at - 1]?.key === AT_LAW[0]) return true
  if (key === AT_LAW[0] && named[at + 1]?.key === AT_LAW[1]) return true
  if (!SUFFIXES.has(key) || (at === first + 1 && !GENERATIONS.has(key) && !named[at - 1]?.comma)) return false
  if (!DOUBTFUL_SUFFIXES.has(key)) return true
  const shouted = text === text.toUpperCase() && named.some((one) => one.text !== one.text.toUpperCase())
  return GENERATIONS.has(key) || text.includes('.') || named[at - 1]?.comma === true || shouted
}

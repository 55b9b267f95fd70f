import { type NameFind, readName } from './bare-name.ts'
import { GIVEN_NAMES } from './given-names.ts'
import { type Introduction, introductionsIn, standsForSomebody } from './introductions.ts'
import { judgeName } from './judge-name.ts'
import { nameRuns } from './name-runs.ts'
import { isAnd, type NameToken, nameTokens } from './name-tokens.ts'
import { TITLES } from './name-words.ts'
import { SENTENCE_WORDS, WORDS_TOO } from './sentence-words.ts'

/** Points that a company's words must have before a stretch of a sentence is one. */
const COMPANY_POINTS = 6
const MOST_INTRODUCED = 4
/** Points for a company that an unknown person's name may have by chance. */
const LITTLE = 1

/**
 * The people and companies that a message names. A stretch in capitals needs a ground of its own: a known given name, a title,
 * a legal form, two words of a trade, or that somebody is introduced there. What has none is left alone: most capitals in a
 * message are products, places and the heads of sentences.
 */
export function namesInText(text: string): NameFind[] {
  const tokens = nameTokens(text)
  const introduced = introductionsIn(text)
  const said = introduced.flatMap((one) => introducedName(one, tokens, text))
  const left = tokens.filter(({ start, end }) => !said.some(({ span }) => start < span[1] && span[0] < end))
  const free = nameRuns(left, text)
    .flatMap(onePersonEach)
    .flatMap((run) => nameOf(run, tokens, text))
  return [...said, ...free].sort((a, b) => a.span[0] - b.span[0])
}

/** "Larry and Beth" are two people; "Novak and Sons" is one house. */
function onePersonEach(run: NameToken[]): NameToken[][] {
  const at = run.findIndex(isAnd)
  const { company, person } = judgeName(run)
  const people = at > 0 && GIVEN_NAMES.has(run[0]?.key ?? '') && GIVEN_NAMES.has(run[at + 1]?.key ?? '')
  if (at < 1 || (company > person && !people)) return [run]
  return [run.slice(0, at), ...onePersonEach(run.slice(at + 1))]
}

function nameOf(run: readonly NameToken[], tokens: readonly NameToken[], text: string): NameFind[] {
  const { company, person } = judgeName(run)
  const first = run[0] as NameToken
  const isCompany = company > person && company >= COMPANY_POINTS && run.length > 1
  const titled = TITLES.has(first.key) && run.length > 1
  const known =
    (company < LITTLE && standsForSomebody(run, text)) ||
    (GIVEN_NAMES.has(first.key.replace(/'s$/, '')) && !(run.length === 1 && isOnlyWord(first, tokens, text)))
  if (!isCompany && !titled && !known) return []
  const find = read(run, text)
  return find && (find.kind === 'company') === isCompany ? [find] : []
}

const MONTHS = /^(?:april|may|june|august|summer|autumn)$/

/** A given name that is a word as well, where a capital says nothing: at the head of a sentence. */
function isOnlyWord(token: NameToken, tokens: readonly NameToken[], text: string): boolean {
  if (!WORDS_TOO.has(token.key)) return false
  if (MONTHS.test(token.key)) return true
  const before = text.slice(0, token.start).trimEnd()
  return before === '' || /[.!?:\n]$/.test(before) || token === tokens[0]
}

/** The name behind "my name is", up to the first word that is none. */
function introducedName({ at, weak }: Introduction, tokens: readonly NameToken[], text: string): NameFind[] {
  const from = tokens.findIndex(({ start }) => start >= at)
  const first = tokens[from]
  if (!first || first.start > at + 1) return []
  const run: NameToken[] = []
  for (const token of tokens.slice(from, from + MOST_INTRODUCED)) {
    const previous = run.at(-1)
    const broken = previous && /[^\s.]|\n/.test(text.slice(previous.end, token.start))
    if (broken || previous?.comma || ENDS.test(token.key) || SENTENCE_WORDS.has(token.key)) break
    if (previous && /^\p{Lu}/u.test(first.text) && /^\p{Ll}{4,}/u.test(token.text)) break
    run.push(token)
  }
  const believed = /^\p{Lu}/u.test(first.text) || GIVEN_NAMES.has(first.key)
  if (run.length === 0 || (weak && !(believed && (GIVEN_NAMES.has(first.key) || run.length > 1)))) return []
  const find = read(run, text)
  return find ? [find] : []
}

const ENDS =
  /^(?:from|at|with|and|of|the|a|an|in|on|for|von|bei|aus|der|die|de|del|desde|chez|et|y|und|from|here|calling)$/

/** A name's words; what shows possession ("Mr. Lee's plan") is no part of a person's. */
function read(run: readonly NameToken[], text: string): NameFind | null {
  const start = run[0]?.start ?? 0
  const words = text.slice(start, run.at(-1)?.end ?? start)
  const find = readName(words, start)
  const owner = words.replace(/['’]s$/i, '')
  return owner !== words && find && isPersonal(run) ? readName(owner, start) : find
}

const isPersonal = (run: readonly NameToken[]): boolean => {
  const first = run[0]?.key ?? ''
  return TITLES.has(first) || GIVEN_NAMES.has(first.replace(/'s$/, ''))
}

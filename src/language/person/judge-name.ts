import { COMPANY_WORDS, DOUBTFUL_WORDS } from './company-words.ts'
import { GIVEN_NAMES } from './given-names.ts'
import { DOUBTFUL_FORMS, LEGAL_FORMS, LONG_FORMS } from './legal-forms.ts'
import { frameOf, type NameFrame } from './name-frame.ts'
import { isAnd, type NameToken } from './name-tokens.ts'
import { DOUBTFUL_TITLES, EASTERN_FAMILIES, GENERATIONS, PARTICLES, SUFFIXES } from './name-words.ts'

/** What each ground is worth, in points; the side with more of them has it. */
const WORTH = {
  legalForm: 8,
  doubtfulForm: 2.5,
  companyWord: 4,
  doubtfulWord: 1,
  article: 4,
  foreignArticle: 1.5,
  saint: 4,
  preposition: 4,
  number: 3,
  possessive: 3,
  joined: 3.5,
  manyWords: 1.5,
  consonants: 2,
  coined: 1.5,
  list: 2,
  title: 6,
  doubtfulTitle: 2,
  suffix: 4,
  familyComma: 4,
  initial: 2,
  givenFirst: 3,
  givenBehind: 2,
  givenTwice: 0.5,
  eastern: 1.5,
  particle: 1.5,
  nickname: 2,
  couple: 6,
  twoOrThree: 1,
} as const

const ARTICLES = new Set(['the', 'el', 'la', 'los', 'las', 'le', 'les', 'der', 'die', 'das'])
const PREPOSITIONS = new Set([
  'of',
  'for',
  'on',
  'in',
  'to',
  'at',
  'by',
  'with',
  'against',
  'from',
  'fur',
  'pour',
  'para',
])
const SAINTS = new Set(['st', 'saint', 'san', 'santa', 'sankt'])
const COINED =
  /.(?:tech|soft|ware|media|tronics?|corp|works|net|tek|con|dyne|plex|gen|pharm|pac|com|mart|omics|robotics)$/

/** Points for a company and for a person. */
export interface Verdict {
  company: number
  person: number
}

/** Weighs what a name's words say of it. */
export function judgeName(tokens: readonly NameToken[]): Verdict {
  const frame = frameOf(tokens)
  const company = companyPoints(tokens, frame)
  const person = personPoints(tokens, frame, company >= WORTH.companyWord)
  return { company, person }
}

function companyPoints(tokens: readonly NameToken[], { core, suffixes }: NameFrame): number {
  const inner = [...core, ...suffixes].filter((token) => !isAnd(token))
  const first = tokens[0]
  let points = 0
  points += legalPoints(tokens)
  const known = inner.filter(({ key }) => COMPANY_WORDS.has(key) && !SUFFIXES.has(key))
  const doubtful = known.filter(({ key }) => DOUBTFUL_WORDS.has(key))
  points += WORTH.companyWord * Math.min(2, known.length - doubtful.length)
  points += WORTH.doubtfulWord * doubtful.length
  if (first && inner.length > 1 && ARTICLES.has(first.key))
    points += first.key === 'the' ? WORTH.article : WORTH.foreignArticle
  if (first && inner.length > 1 && SAINTS.has(first.key)) points += WORTH.saint
  if (core.some(({ key, comma }, at) => at > 0 && PREPOSITIONS.has(key) && !comma)) points += WORTH.preposition
  if (tokens.some(({ key }) => /\d/.test(key) && !GENERATIONS.has(key))) points += WORTH.number
  if (tokens.some(({ text }) => /\p{L}{2,}['’]s$/iu.test(text))) points += WORTH.possessive
  if (isJoined(core) && !isCouple(core)) points += WORTH.joined
  if (inner.length >= 5) points += WORTH.manyWords * (inner.length >= 7 ? 2 : 1)
  if (
    inner.some(
      ({ key }) =>
        key.length > 1 &&
        key.length <= 5 &&
        /^[^aeiouy\d']+$/.test(key) &&
        /^[a-z]+$/.test(key) &&
        !SUFFIXES.has(key) &&
        !PARTICLES.has(key) &&
        !EASTERN_FAMILIES.has(key),
    )
  )
    points += WORTH.consonants
  if (inner.some(({ key }) => COINED.test(key) && !GIVEN_NAMES.has(key))) points += WORTH.coined
  const commas = core.filter(({ comma }, at) => comma && at < core.length - 1).length
  if (commas >= 2 || (commas === 1 && isJoined(core))) points += WORTH.list
  return points
}

function legalPoints(tokens: readonly NameToken[]): number {
  const named = tokens.filter(({ aside }) => !aside)
  const at = named.findIndex(({ key }, index) => index > 0 && LEGAL_FORMS.has(key) && !DOUBTFUL_FORMS.has(key))
  if (at > 0) return WORTH.legalForm
  const end = named.slice(1).map(({ key }) => key)
  const long = LONG_FORMS.some((form) => form.every((part, index) => end[end.length - form.length + index] === part))
  if (long && named.length >= 3 && named.slice(-2).every(({ text }) => text.endsWith('.'))) return WORTH.legalForm
  const last = named.at(-1)
  if (named.length < 2 || !last || !DOUBTFUL_FORMS.has(last.key)) return 0
  const shouted = last.text === last.text.toUpperCase() && named.some(({ text }) => text !== text.toUpperCase())
  return last.text.includes('.') || shouted || /^(?:pc|ag|ab|sa)$/.test(last.key) ? WORTH.legalForm : WORTH.doubtfulForm
}

const isJoined = (core: readonly NameToken[]): boolean => core.some((token, at) => at > 0 && isAnd(token))

/** Two people by their given names with one family name ("Tommy & Shirley Strickland"), or two whole names. */
function isCouple(core: readonly NameToken[]): boolean {
  const at = core.findIndex(isAnd)
  const before = core.slice(0, at)
  const after = core.slice(at + 1)
  if (at < 1 || after.length < 2 || after.length > 4 || before.length > 4) return false
  const known = (part: readonly NameToken[]): boolean =>
    GIVEN_NAMES.has(part[0]?.key ?? '') || part[0]?.initial === true
  const plain = !core.some(({ key }) => COMPANY_WORDS.has(key) && !DOUBTFUL_WORDS.has(key))
  const one = before.length <= 2 && after.length === 2 && plain
  if (before[0]?.initial && after[0]?.initial) return one && before[0].text.endsWith('.')
  return one || (known(before) && known(after))
}

function personPoints(
  tokens: readonly NameToken[],
  { titles, core, suffixes, asides }: NameFrame,
  corporate: boolean,
): number {
  let points = 0
  if (titles.length > 0)
    points += titles.every(({ key }) => DOUBTFUL_TITLES.has(key)) ? WORTH.doubtfulTitle : WORTH.title
  if (suffixes.length > 0 && !suffixes.every(({ key }) => LEGAL_FORMS.has(key))) points += WORTH.suffix
  const known = core.map(({ key }) => GIVEN_NAMES.has(key))
  // A company named after its founder says so with a word of its trade: what its name has of a person's counts for less.
  const founder = corporate ? 0.4 : 1
  const comma = core.findIndex((token) => token.comma)
  const behind = comma < 0 ? [] : core.slice(comma + 1)
  if (comma >= 0 && comma <= 2 && behind.length > 0 && behind.length <= 3 && !behind.some(isAnd)) {
    const given = behind.some((token) => token.initial || GIVEN_NAMES.has(token.key))
    points += WORTH.familyComma * founder * (given || behind.length === 1 ? 1 : 0.5)
  }
  const initials = core.filter(({ initial }) => initial).length
  if (initials > 0 && initials < core.length && core.length <= 5) points += WORTH.initial * founder
  if (known[0]) points += WORTH.givenFirst * founder
  else if (known.some((is, at) => is && at <= 2)) points += WORTH.givenBehind * founder
  if (known.filter(Boolean).length > 1) points += WORTH.givenTwice
  if (core.length <= 3 && core.some(({ key }) => EASTERN_FAMILIES.has(key))) points += WORTH.eastern * founder
  if (core.some(({ key }, at) => at > 0 && at < core.length - 1 && PARTICLES.has(key)))
    points += WORTH.particle * founder
  if (asides.length === 1 && tokens.at(-1)?.aside === false) points += WORTH.nickname
  if (isJoined(core) && isCouple(core)) points += WORTH.couple * founder
  if (core.length === 2 || core.length === 3) points += WORTH.twoOrThree
  return points
}

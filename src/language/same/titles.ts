import { type Agreement, isBetter } from './agreement.ts'
import { spelling } from './spellings.ts'
import { tidy, wordsOf } from './text.ts'

const SMALL = new Set('a an the of for in on and to with at by from de la le el der die das und et y'.split(' '))

/** Titles and other text: the words they have in common, weighed by their length. What stands in brackets may be left out. */
export function compareTexts(a: string, b: string): Agreement | null {
  const whole = compareTold(told(a), told(b))
  if (whole === 'same' || !(a + b).includes('(')) return whole
  const short = compareTold(told(a.replace(ASIDE, ' ')), told(b.replace(ASIDE, ' ')))
  return short && whole && isBetter(short, whole) ? (short === 'same' ? 'close' : whole) : whole
}

const ASIDE = /\([^()]*\)/g

/** A short one shows little: every year has its "Editorial". */
function compareTold(one: readonly string[], two: readonly string[]): Agreement | null {
  if (one.length === 0 || two.length === 0) return null
  const brief = Math.min(one.length, two.length) < 3
  if (one.join('') === two.join('')) return brief ? 'close' : 'same'
  const common = shared(one, two)
  const sizes = [sizeOf(one), sizeOf(two)] as const
  const dice = (2 * common) / (sizes[0] + sizes[1])
  if (dice >= 0.9) return brief ? 'partly' : 'close'
  if (brief) return 'apart'
  return dice >= 0.72 || common / Math.min(...sizes) >= 0.95 ? 'partly' : 'apart'
}

/** Lists of people: each finds a partner by family name, in any order; teams by their words. */
export function comparePeople(a: string, b: string): Agreement | null {
  const [one, two] = [peopleOf(a), peopleOf(b)]
  if (one.length === 0 || two.length === 0) return null
  const [short, long] = one.length <= two.length ? [one, two] : [two, one]
  const free = [...long]
  let common = 0
  for (const person of short) {
    const at = free.findIndex((other) => isOnePerson(person, other))
    if (at < 0) continue
    free.splice(at, 1)
    common++
  }
  const share = common / long.length
  if (share === 1) return 'same'
  if (share >= 0.6 || (share >= 0.5 && common === short.length)) return 'close'
  return common > 0 || isOneTeam(one, two) ? 'partly' : 'apart'
}

/** A person's words; the last is the family name. */
type Person = readonly string[]

function isOnePerson(a: Person, b: Person): boolean {
  const [mine, other] = [a.at(-1) ?? '', b.at(-1) ?? '']
  if (mine === other) return true
  if (Math.min(mine.length, other.length) < 5) return false
  return spelling(mine, other) === 'close' || a.join('').endsWith(other) || b.join('').endsWith(mine)
}

function isOneTeam(a: readonly Person[], b: readonly Person[]): boolean {
  const [one, two] = [a.flat(), b.flat()]
  const common = one.filter((word) => word.length > 2 && two.includes(word)).length
  return common >= 2 && common >= 0.6 * Math.min(one.length, two.length)
}

const peopleOf = (value: string): Person[] =>
  tidy(value)
    .split(/\s*[,;]\s*|\s+and\s+|\s&\s/)
    .map(wordsOf)
    .filter((words) => words.length > 0)

/** A series or a place of publication: the same words, or one the initials of the other. */
export function compareLabels(a: string, b: string): Agreement | null {
  const [one, two] = [told(a), told(b)]
  if (one.length === 0 || two.length === 0) return null
  if (one.join('') === two.join('')) return 'same'
  const common = one.filter((word) =>
    two.some((other) => other === word || isShortOf(word, other) || isShortOf(other, word)),
  )
  const initials =
    one.join('') === two.map((word) => word[0]).join('') || two.join('') === one.map((word) => word[0]).join('')
  return initials || common.length >= Math.min(one.length, two.length)
    ? 'close'
    : common.length > 0
      ? 'partly'
      : 'apart'
}

const told = (value: string): string[] => wordsOf(value).filter((word) => !SMALL.has(word))
const sizeOf = (words: readonly string[]): number => words.reduce((sum, word) => sum + word.length, 0)
const isShortOf = (short: string, long: string): boolean => short.length >= 3 && long.startsWith(short)

function shared(one: readonly string[], two: readonly string[]): number {
  const free = [...two]
  let sum = 0
  for (const word of one) {
    const exact = free.indexOf(word)
    const at = exact >= 0 ? exact : word.length > 5 ? free.findIndex((other) => spelling(word, other) === 'close') : -1
    if (at < 0) continue
    free.splice(at, 1)
    sum += word.length
  }
  return sum
}

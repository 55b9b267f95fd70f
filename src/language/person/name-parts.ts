import { GIVEN_NAMES } from './given-names.ts'
import type { NameFrame } from './name-frame.ts'
import { isAnd, type NameToken } from './name-tokens.ts'
import {
  EASTERN_FAMILIES,
  GENERATIONS,
  GIVEN_OR_FAMILY,
  IBERIAN_FAMILIES,
  PARTICLES,
  SUFFIXES,
  VIETNAMESE_FAMILIES,
} from './name-words.ts'

/** Given and family name, as written; empty where the name has none. */
export interface NameParts {
  given: string
  family: string
}

const words = (tokens: readonly NameToken[]): string =>
  tokens.map(({ text }) => text.replace(/(?<=\p{L}{2})\.$/u, '')).join(' ')

/** Tells given from family name: "Lee, Ann", "Swanson Peter A", "Nguyễn Văn An", "María García López", "Ann van der Berg". */
export function partsOf(frame: NameFrame): NameParts {
  const core = withoutPartner(frame.core)
  const comma = core.findIndex((token) => token.comma)
  const behind = comma < 0 ? [] : core.slice(comma + 1).filter(({ key }) => !SUFFIXES.has(key) || key.length === 1)
  if (behind.length > 0) {
    const family = core.slice(0, comma + 1).filter(({ key }) => !GENERATIONS.has(key))
    if (family.length === 1 && family[0]?.initial) return { given: firstOf(behind), family: '' }
    return {
      given: firstOf(behind),
      family: words(family.filter(({ initial, key }, at) => !initial || (at === 0 && /^[od]$/.test(key)))),
    }
  }
  if (familyFirst(core)) return familyFirstParts(core)
  return givenFirstParts(core)
}

/** "Ernest and Cheryl Varney" is read for the first of them. */
function withoutPartner(core: readonly NameToken[]): readonly NameToken[] {
  const and = core.findIndex((token, at) => at > 0 && isAnd(token))
  if (and < 0) return core
  const mine = core.slice(0, and).filter(({ initial }) => !initial)
  return mine.length > 1 ? core.slice(0, and) : [...mine, ...core.slice(and + 2)]
}

const firstOf = (tokens: readonly NameToken[]): string => words(tokens.filter(({ initial }) => !initial).slice(0, 1))

/** The family name comes first where only the second word is known as a given name, or where Vietnam has it so. */
function familyFirst(core: readonly NameToken[]): boolean {
  const [first, second, third] = core
  if (!first || !second || first.initial || second.initial) return false
  if (core.length === 3 && VIETNAMESE_FAMILIES.has(first.key) && !GIVEN_NAMES.has(second.key)) return !third?.initial
  if (GIVEN_NAMES.has(first.key) && !GIVEN_OR_FAMILY.has(first.key)) return false
  if (core.length === 2 && iberian(first)) return !iberian(second)
  if (!GIVEN_NAMES.has(second.key)) return false
  if (core.length === 2) return !GIVEN_NAMES.has(first.key) && !GIVEN_OR_FAMILY.has(second.key)
  return core.length === 3 && third?.initial === true
}

function familyFirstParts(core: readonly NameToken[]): NameParts {
  const [first, second, third] = core as [NameToken, NameToken, NameToken | undefined]
  const vietnamese = VIETNAMESE_FAMILIES.has(first.key) && third && !third.initial
  return { given: vietnamese ? words([third]) : words([second]), family: words([first]) }
}

function givenFirstParts(core: readonly NameToken[]): NameParts {
  const full = core.filter(({ initial }) => !initial)
  const last = core.at(-1)
  if (!last || full.length === 0) return { given: '', family: '' }
  if (last.initial) return { given: words(full.slice(0, 1)), family: '' }
  if (core.length === 1)
    return GIVEN_NAMES.has(last.key) ? { given: words(core), family: '' } : { given: '', family: words(core) }
  const from = familyFrom(core)
  const before = core.slice(0, from).filter(({ initial }) => !initial)
  return { given: words(before.slice(0, isTwoSyllables(before, core) ? 2 : 1)), family: words(core.slice(from)) }
}

/** Where the family name begins: at its first particle, or one word earlier where Spain and Portugal have two. */
function familyFrom(core: readonly NameToken[]): number {
  const end = core.length - 1
  const particle = core.findIndex((token, at) => at > 0 && at < end && PARTICLES.has(token.key) && !token.initial)
  if (particle > 0) return iberian(core[particle - 1]) && particle > 1 ? particle - 1 : particle
  return end >= 2 && iberian(core[end]) && iberian(core[end - 1]) ? end - 1 : end
}

const iberian = (token: NameToken | undefined): boolean =>
  token !== undefined && (IBERIAN_FAMILIES.has(token.key) || /^\p{L}{3,}ez$/u.test(token.key))

/** A Chinese or Korean given name in two short words ("Chun Hung Wong"). */
function isTwoSyllables(before: readonly NameToken[], core: readonly NameToken[]): boolean {
  const short = ({ key }: NameToken): boolean => key.length <= 5 && !GIVEN_NAMES.has(key)
  const eastern = core.some(({ key }) => EASTERN_FAMILIES.has(key))
  return eastern && before.length === 2 && before.every(short)
}

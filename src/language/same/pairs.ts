import { mailKey } from './addresses.ts'
import type { Fields } from './evidence.ts'

/** A record to look for others of: its id, and its fields by the names that `sameRecord` knows. */
export interface Candidate {
  id: string
  fields: Fields
}

/** Two records that may be one and the same. */
export interface LikelyPair {
  a: string
  b: string
  same: 'yes' | 'ask'
  /** 0 to 1. */
  score: number
  grounds: readonly string[]
}

type Compare = (a: Fields, b: Fields) => { same: 'yes' | 'no' | 'ask'; score: number; grounds: string[] }

/** Records that share a mark are compared; a mark of more than these tells nothing ("gmbh", "info"). */
const MOST_IN_BLOCK = 60
/** Letters of a word by which names come together: "Acme" and "Akme" meet by another word, or by an address. */
const PREFIX = 4

/**
 * Pairs of records that may be one, likeliest first. Not every record is compared with every other: only those that share an
 * address, a number, a domain or the beginning of a word of their name.
 */
export function likelyPairsBy(compare: Compare, records: readonly Candidate[]): LikelyPair[] {
  const blocks = new Map<string, number[]>()
  records.forEach(({ fields }, at) => {
    for (const mark of marksOf(fields)) blocks.set(mark, [...(blocks.get(mark) ?? []), at])
  })
  const seen = new Set<string>()
  const pairs: LikelyPair[] = []
  for (const block of blocks.values()) {
    if (block.length > MOST_IN_BLOCK) continue
    for (const [place, first] of block.entries()) {
      for (const second of block.slice(place + 1)) {
        const key = `${first} ${second}`
        if (seen.has(key)) continue
        seen.add(key)
        const [a, b] = [records[first], records[second]]
        if (!a || !b) continue
        const { same, score, grounds } = compare(a.fields, b.fields)
        if (same !== 'no') pairs.push({ a: a.id, b: b.id, same, score, grounds })
      }
    }
  }
  return pairs.sort((one, two) => two.score - one.score || (one.a < two.a ? -1 : 1))
}

function marksOf(fields: Fields): Set<string> {
  const text = (name: string) => String(fields[name] ?? '')
  const digits = text('phone').replace(/\D/g, '').slice(-8)
  const words = `${text('name')} ${text('company')}`
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)
  const mail = text('email') === '' ? null : mailKey(text('email'))
  return new Set([
    ...words.map((word) => `word ${word.slice(0, PREFIX)}`),
    ...(mail ? [`mail ${mail}`] : []),
    ...(digits.length >= 6 ? [`phone ${digits}`] : []),
    ...(text('domain') === '' ? [] : [`host ${text('domain').toLowerCase()}`]),
  ])
}

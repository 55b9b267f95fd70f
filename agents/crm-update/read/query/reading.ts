import { DateTime } from 'luxon'

/** Who reads: where and when they are, and whom they know. */
export interface QueryReading {
  nowMs: number
  zone: string
  locale: string
  dateOrder: 'dmy' | 'mdy' | 'ymd'
  weekStarts: number
  /** The company's currency. */
  currency: string
  members: readonly { id: string; name: string }[]
  /** Policy id of whoever asks. */
  self: string
}

/** The day of an instant on the wall of whoever asks. */
export const dayOf = (ms: number, { zone }: Pick<QueryReading, 'zone'>): string =>
  DateTime.fromMillis(ms, { zone }).toISODate() ?? ''

/** The member that words name: by the whole name, or by the only first name of it. */
export function memberIn(words: string, { members, self }: Pick<QueryReading, 'members' | 'self'>): string | null {
  const said = fold(words)
  if (/^(?:me|my|mine|myself|i)$/u.test(said)) return self
  const whole = members.find(({ id, name }) => fold(name) === said || id === said)
  if (whole) return whole.id
  const first = members.filter(({ name }) => fold(name).split(' ')[0] === said)
  return first.length === 1 ? (first[0]?.id ?? null) : null
}

/** Lower case, without accents, one space between words. */
export const fold = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^@/, '')
    .replace(/\s+/g, ' ')
    .trim()

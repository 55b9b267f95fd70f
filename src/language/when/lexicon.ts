import type { Grain } from './wall.ts'

export type PartName =
  | 'morning'
  | 'noon'
  | 'lunch'
  | 'afternoon'
  | 'evening'
  | 'tonight'
  | 'night'
  | 'midnight'
  | 'day'
  | 'dinner'
  | 'breakfast'
  | 'hours'
  /** The end of the working day: the caller knows when that is. */
  | 'eod'

/** What a word can mean for the grammar; most words mean one thing, "second" and "mañana" mean two. */
export interface Entry {
  /** 1 to 12. */
  month?: number
  /** 1 Monday to 7 Sunday. */
  weekday?: number
  unit?: Unit
  /** Value of a number word. */
  number?: number
  /** Value of an ordinal word. */
  ordinal?: number
  part?: PartName
  /** Days from today: tomorrow is 1. */
  day?: number
  /** last -1, this 0, next 1; `step` 2 marks words that mean the coming one even inside this week. */
  rel?: -1 | 0 | 1
  coming?: true
  meridiem?: 'am' | 'pm'
  season?: 0 | 1 | 2 | 3
  /** Half ("half past", "halb", "media") or quarter of an hour. */
  fraction?: 30 | 15
  edge?: 'start' | 'middle' | 'end'
  mark?: Mark
  /** Little words that may stand between the parts of one time. */
  fill?: true
  /** `at`: a bare number after it may be an hour. */
  at?: true
  /** Only a time where its neighbours say so: "may", "sun", "second". */
  weak?: true
  oclock?: true
  every?: true
  approx?: true
  now?: true
}

/** A unit of lengths: a grain times a number ("fortnight" is two weeks). */
export interface Unit {
  grain: Grain
  count: number
  /** Working days are counted from Monday to Friday; nights and weekends do not measure a way. */
  kind?: 'working' | 'night' | 'weekend'
}

/** What a word does to the time after (or before) it. */
export type Mark =
  | 'before'
  | 'after'
  | 'since'
  | 'from'
  | 'until'
  | 'by'
  | 'between'
  | 'to'
  | 'and'
  | 'in'
  | 'within'
  | 'ago'
  | 'agoFirst'
  | 'later'
  | 'for'
  | 'past'
  | 'or'

export type Lexicon = ReadonlyMap<string, Entry>

/** Rows of a language: an entry and the words that have it, space separated. Later rows add to the entry of a word. */
export type Words = readonly (readonly [Entry, string])[]

/** Words folded as the tokenizer folds them: lower case, no accents. */
export function buildLexicon(...tables: Words[]): Lexicon {
  const lexicon = new Map<string, Entry>()
  for (const table of tables)
    for (const [entry, words] of table)
      for (const word of words.split(' ')) lexicon.set(word, { ...lexicon.get(word), ...entry })
  return lexicon
}

/** Entries `{[field]: 1}`, `{[field]: 2}`, ... for lists such as month names. */
export const listed = (
  field: 'month' | 'weekday' | 'ordinal' | 'number',
  names: readonly string[],
): [Entry, string][] => names.map((words, index) => [{ [field]: index + 1 }, words])

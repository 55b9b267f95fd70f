import type { Agreement } from './agreement.ts'
import type { FieldKind } from './kinds.ts'

/**
 * What an agreement says, in bits: log2 of how many times likelier it is between two records of one than between two of
 * different ones (Fellegi and Sunter). Round figures from what the fields are: how many values are in use decides what agreement
 * is worth, how often people move, marry or mistype what a difference costs. A missing value says nothing.
 */
export const WEIGHTS: Record<FieldKind, Record<Agreement, number>> = {
  // Some hundred given names are common; a nickname or an initial fits many. People rarely change theirs.
  given: { same: 5, close: 4, partly: 2, apart: -3 },
  // Thousands are in use; marriage changes some.
  family: { same: 6, close: 5, partly: 2.5, apart: -3 },
  // A whole name, of a person or a house; branches share a part of theirs.
  name: { same: 9, close: 7.5, partly: 3.5, apart: -4 },
  // One mailbox, one person, unless a role reads it ("partly"); people have several.
  email: { same: 13, close: 6, partly: 5, apart: -1 },
  phone: { same: 11, close: 6, partly: 3, apart: -3 },
  // A domain is a company's; many people of one company share it.
  host: { same: 7, close: 5, partly: 3, apart: -2 },
  // One of some 25,000 days, and nobody changes theirs.
  birth: { same: 10, close: 7, partly: 1, apart: -5 },
  number: { same: 3.5, close: 1, partly: 0, apart: -1 },
  // People move, and a second line holds anything.
  street: { same: 6.5, close: 5.5, partly: 2, apart: -1.5 },
  place: { same: 4, close: 3, partly: 1.5, apart: -1.5 },
  code: { same: 5.5, close: 3, partly: 1, apart: -1.5 },
  region: { same: 1, close: 0.5, partly: 0, apart: -1 },
  // Long titles are written once ("close" is a few words apart); short ones are written every year.
  title: { same: 9, close: 6.5, partly: 1.5, apart: -9 },
  people: { same: 6, close: 4.5, partly: 0, apart: -6 },
  // Names of series are written in too many ways for a difference to say much.
  label: { same: 2, close: 1.5, partly: 0, apart: -0.5 },
  // A thing appears once; the same title a year or more later is another edition.
  year: { same: 3, close: 0, partly: -4, apart: -7 },
}

/** What is held against two records before anything is compared: most pairs that are looked at are of two. */
export const PRIOR = -7

/** What everything about one address may say together: a household and an office share all of it. */
export const MOST_OF_ADDRESS = 12

/** What a swap of two fields ("Lee" as the given name) costs. */
export const SWAPPED = -1

/** The score from which two records are one, and the one below which they are two; between them a person is asked. */
export const YES_FROM = 0.92
export const ASK_FROM = 0.75

import type { WithheldKind } from '#kernel/inbound.ts'
import { BANK_ACCOUNTS } from './withhold/bank-accounts.ts'
import { CARDS } from './withhold/cards.ts'
import { NATIONAL_IDS } from './withhold/national-ids.ts'
import { PASSWORDS } from './withhold/passwords.ts'
import type { Shape } from './withhold/shape.ts'

/** What can be known by its form. What concerns somebody's health cannot, and is not looked for. */
const SHAPES: Readonly<Record<WithheldKind, readonly Shape[]>> = {
  // First, for digits of an account may pass for a card's.
  bank_account: BANK_ACCOUNTS,
  card_number: CARDS,
  password: PASSWORDS,
  national_id: NATIONAL_IDS,
  health: [],
}
const IN_ORDER = Object.keys(SHAPES) as WithheldKind[]

/** How many signs before and behind are looked at for words that say what it is. */
const AROUND = 60

/** Words without what must not be seen, in its place what it was; and which of the kinds were found. */
export function withheld(words: string, kinds: readonly WithheldKind[]): { text: string; found: WithheldKind[] } {
  let text = words
  const found = IN_ORDER.filter((kind) => {
    if (!kinds.includes(kind)) return false
    const before = text
    for (const shape of SHAPES[kind]) text = without(text, shape)
    return text !== before
  })
  return { text, found }
}

/** Words without what must not be seen: in its place stands what it was. */
export const withhold = (words: string, kinds: readonly WithheldKind[]): string => withheld(words, kinds).text

const without = (text: string, { pattern, holds = () => true, shown }: Shape): string =>
  text.replace(pattern, (found, ...rest) => {
    const at = rest.find((one) => typeof one === 'number') as number
    const before = text.slice(Math.max(0, at - AROUND), at)
    const after = text.slice(at + found.length, at + found.length + AROUND)
    return holds(found, before, after) ? shown(found) : found
  })

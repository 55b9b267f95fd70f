import type { Agreement } from './agreement.ts'
import type { Evidence, Fields } from './evidence.ts'
import { agreementOf, type FieldKind, kindOf, textOf } from './kinds.ts'
import { SWAPPED, WEIGHTS } from './weights.ts'

/** Puts right what fits better crosswise: given and family name exchanged, or the two lines of an address. */
export function withSwaps(found: readonly Evidence[], a: Fields, b: Fields): Evidence[] {
  const fields = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort()
  const ofKind = (kind: FieldKind): string[] => fields.filter((field) => kindOf(field) === kind)
  const pairs = [[ofKind('given')[0], ofKind('family')[0]], ofKind('street').slice(0, 2)]
  return pairs.reduce((all, [first, second]) => (first && second ? swapped(all, first, second, a, b) : all), [...found])
}

/** Only where nothing fits straight, and all that can be compared crosswise does. */
function swapped(found: Evidence[], first: string, second: string, a: Fields, b: Fields): Evidence[] {
  const straight = found.filter(({ field }) => field === first || field === second)
  const kind = kindOf(first)
  if (!kind || straight.some(({ agreement }) => fits(agreement))) return found
  // Spelling decides crosswise: an initial or a nickname in the other field would be chance.
  const spelt = kindOf(second) ?? kind
  const crosswise = [
    { field: first, agreement: agreementOf(spelt, textOf(a, first), textOf(b, second)) },
    { field: second, agreement: agreementOf(spelt, textOf(a, second), textOf(b, first)) },
  ].flatMap(({ field, agreement }): Evidence[] =>
    agreement ? [{ field, kind, agreement, bits: WEIGHTS[kind][agreement] + SWAPPED, swapped: true }] : [],
  )
  const all = crosswise.length > 0 && crosswise.every(({ agreement }) => fits(agreement))
  return all ? [...found.filter((one) => !straight.includes(one)), ...crosswise] : found
}

const fits = (agreement: Agreement): boolean => agreement === 'same' || agreement === 'close'

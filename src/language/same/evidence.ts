import type { Agreement } from './agreement.ts'
import { agreementOf, type FieldKind, kindOf, textOf } from './kinds.ts'
import { withSwaps } from './swaps.ts'
import { MOST_OF_ADDRESS, WEIGHTS } from './weights.ts'

/** A record: field names to values. Absent, empty and unknown fields say nothing. */
export type Fields = Readonly<Record<string, unknown>>

/** What one field says. */
export interface Evidence {
  field: string
  kind: FieldKind
  agreement: Agreement
  /** Bits for one and the same, negative for two. */
  bits: number
  /** The values were found in each other's fields. */
  swapped?: true
}

const ADDRESS: ReadonlySet<FieldKind> = new Set(['number', 'street', 'place', 'code', 'region'])

/** What each field that both records have says of them, swaps undone, with an address as one witness. */
export function evidenceOf(a: Fields, b: Fields): Evidence[] {
  const found = Object.keys(a).flatMap((field) => evidenceFor(field, a, b))
  const evidence = withOneAddress(withSwaps(found, a, b))
  return evidence.sort((one, two) => (one.field < two.field ? -1 : 1))
}

function evidenceFor(field: string, a: Fields, b: Fields): Evidence[] {
  const kind = kindOf(field)
  if (!kind) return []
  const agreement = agreementOf(kind, textOf(a, field), textOf(b, field))
  return agreement ? [{ field, kind, agreement, bits: WEIGHTS[kind][agreement] }] : []
}

/** Scales what an address says down to what one witness may say. */
function withOneAddress(found: readonly Evidence[]): Evidence[] {
  const sum = found.reduce((bits, one) => bits + (ADDRESS.has(one.kind) ? one.bits : 0), 0)
  if (sum <= MOST_OF_ADDRESS) return [...found]
  return found.map((one) => (ADDRESS.has(one.kind) ? { ...one, bits: (one.bits * MOST_OF_ADDRESS) / sum } : one))
}

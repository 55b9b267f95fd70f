import type { Evidence } from './evidence.ts'
import type { FieldKind } from './kinds.ts'

/** A reason to leave it to a person, however much speaks for one and the same. */
export type Doubt = string

/** Two members of one household, two colleagues, two branches: what they share is much, and they are still two. */
export function doubtOf(evidence: readonly Evidence[]): Doubt | null {
  const level = (kind: FieldKind) => evidence.find((one) => one.kind === kind)?.agreement
  const [given, family, birth, name] = [level('given'), level('family'), level('birth'), level('name')]
  if (given === 'apart' && birth === 'apart') return 'other given names and birth dates: two of one household?'
  if (given === 'apart' && family === 'apart') return 'other names throughout'
  if (given === 'apart' && birth === undefined) return 'other given names'
  if (name === 'apart') return 'other names'
  if (level('title') && level('year') === 'partly') return 'another year: another edition?'
  return null
}

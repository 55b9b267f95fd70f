import type { DeskContext } from '../context.ts'
import { untidyIn } from '../watch/untidy.ts'
import { lineOf, type RecordLine } from './records.ts'

/** Two records that may be one. */
export interface DuplicatePair {
  kind: 'account' | 'contact'
  two: [RecordLine, RecordLine]
}

/** Records on file that look like one another, as the weekly digest finds them. */
export async function duplicatePairs(desk: DeskContext): Promise<DuplicatePair[]> {
  const found = await untidyIn(desk, null)
  const pairs = await Promise.all(
    found.map(async ({ what, kind, id, other }): Promise<DuplicatePair[]> => {
      if (what !== 'duplicate' || other === null || (kind !== 'account' && kind !== 'contact')) return []
      const [one, another] = await Promise.all([desk.crm.get(kind, id), desk.crm.get(kind, other.id)])
      return one && another ? [{ kind, two: [lineOf(desk, kind, one), lineOf(desk, kind, another)] }] : []
    }),
  )
  return pairs.flat()
}

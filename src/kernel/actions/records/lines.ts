import type { RecordKind } from '../../record.ts'
import type { Facts } from '../definition.ts'

/** Lines of `crm.autonomy` and `leads.autonomy`, by what a write touches. A lead itself is always written down. */
export function linesOf(kind: RecordKind, { touches }: Facts): string[] {
  const section = kind === 'lead' ? 'leads' : 'crm'
  return (Array.isArray(touches) ? (touches as readonly string[]) : [])
    .map((line) => (line === 'create' ? (kind === 'deal' ? 'create_deal' : 'field') : line))
    .map((line) => `${section}.autonomy.${line}`)
}

import { writeTable } from '#integrations/local/csv/write.ts'
import { recordName } from '#kernel/record-name.ts'
import { accountFields, contactFields, likelyPairs } from '#language/same.ts'
import type { Crm } from '#ports/crm.ts'

/** Two records on file that may be one. */
export interface DuplicateRecord {
  kind: 'account' | 'contact'
  /** The record with the smaller id, and what it is called. */
  id: string
  name: string | null
  other: string
  otherName: string | null
  /** `yes` where it is as good as sure, else `ask`. */
  same: 'yes' | 'ask'
  /** 0 to 1. */
  score: number
  /** Why, what weighs most first. */
  why: string
}

const COLUMNS = ['kind', 'name', 'other', 'otherName', 'same', 'score', 'why'] as const

/** Companies and people that may be on file twice, likeliest first, as CSV or a record a line. */
export async function* duplicateLines(crm: Crm, json: boolean): AsyncGenerator<string> {
  const pairs = await duplicatesOnFile(crm)
  if (json) {
    for (const pair of pairs) yield `${JSON.stringify(pair)}\n`
    return
  }
  yield* writeTable(COLUMNS, async function* () {
    for (const { id, score, ...cells } of pairs) yield { id, cells: { ...cells, score: String(score) }, custom: {} }
  })
}

async function duplicatesOnFile(crm: Crm): Promise<DuplicateRecord[]> {
  const [accounts, contacts] = await Promise.all([crm.list('account'), crm.list('contact')])
  return [...pairsOf('account', accounts, accountFields), ...pairsOf('contact', contacts, contactFields)]
}

function pairsOf<R extends { id: string }>(
  kind: 'account' | 'contact',
  records: readonly R[],
  fieldsOf: (record: R) => Readonly<Record<string, unknown>>,
): DuplicateRecord[] {
  const names = new Map(records.map((record) => [record.id, recordName(kind, { ...record })]))
  const pairs = likelyPairs(records.map((record) => ({ id: record.id, fields: fieldsOf(record) })))
  return pairs.map(({ a, b, same, score, grounds }) => {
    const [id, other] = a < b ? [a, b] : [b, a]
    const [name = null, otherName = null] = [names.get(id), names.get(other)]
    return { kind, id, name, other, otherName, same, score, why: grounds.join('; ') }
  })
}

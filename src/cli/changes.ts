import type { Stores } from '#app/stores.ts'
import { canonical } from '#kernel/ids.ts'

/** One record that a line changed, in the shape of `export --json`. */
export interface Change {
  store: string
  record: string
  op: 'added' | 'changed' | 'removed'
  before: unknown
  after: unknown
}

/** Records by store, then by id. */
export type Records = ReadonlyMap<string, ReadonlyMap<string, unknown>>

/** Every record there is. */
export async function recordsOf({ local }: Pick<Stores, 'local'>): Promise<Records> {
  const stores = Object.entries(await local.records())
  return new Map(stores.map(([store, records]) => [store, new Map(records.map((record) => [record.id, record]))]))
}

/** The net difference, sorted by store, then record. */
export function changesBetween(before: Records, after: Records): Change[] {
  const stores = [...new Set([...before.keys(), ...after.keys()])].sort()
  return stores.flatMap((store) => changesOf(store, before.get(store) ?? new Map(), after.get(store) ?? new Map()))
}

function changesOf(store: string, before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): Change[] {
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort()
  return ids.flatMap((record) => {
    const [was, is] = [before.get(record) ?? null, after.get(record) ?? null]
    if (same(was, is)) return []
    const op = was === null ? 'added' : is === null ? 'removed' : 'changed'
    return [{ store, record, op, before: was, after: is } as const]
  })
}

/** Equal as they stand, which is quick, or but for the order of their keys. */
const same = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a) === JSON.stringify(b) || canonical(a) === canonical(b)

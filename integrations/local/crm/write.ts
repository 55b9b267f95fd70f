import { DeskError } from '#kernel/errors.ts'
import { applyFieldOps, checkedFields } from '#kernel/field-ops.ts'
import { canonical, idOf } from '#kernel/ids.ts'
import type { FieldOp, RecordKind } from '#kernel/record.ts'
import { recordName } from '#kernel/record-name.ts'
import type { Operation } from '#ports/sql.ts'
import { type Kept, SHELVES } from './shelf.ts'

const PREFIXES: Readonly<Record<RecordKind, string>> = {
  account: 'a',
  contact: 'c',
  deal: 'd',
  lead: 'l',
  activity: 'n',
}

/** The id that a record gets from the key of what makes it. */
export const recordId = (kind: RecordKind, key: string): string => idOf(PREFIXES[kind], [key])

/** Makes a record under an id that follows from the key, or answers the one that the key made before. */
export function* createRecord(kind: RecordKind, draft: unknown, key: string): Operation<Kept> {
  const id = recordId(kind, key)
  const before = yield* SHELVES[kind].get(id)
  if (before) return before
  const fields = checkedFields(kind, draft)
  yield* SHELVES[kind].add(id, fields)
  return { id, version: 1, archived: false, fields }
}

/** Changes fields of a record; nothing is written where they say that already. @throws DeskError CONFLICT, NOT_ALLOWED */
export function* patchRecord(kind: RecordKind, id: string, ops: readonly FieldOp[], seen: string): Operation<Kept> {
  const before = yield* keptAs(kind, id, seen, false)
  const fields = applyFieldOps(kind, before.fields, ops, nameOf(kind, before))
  if (canonical(fields) === canonical(before.fields)) return before
  return yield* replaced(kind, before, { fields, archived: false })
}

/** Puts a record away. @throws DeskError CONFLICT */
export function* archiveRecord(kind: RecordKind, id: string, seen: string): Operation<Kept> {
  const before = yield* keptAs(kind, id, seen, false)
  return yield* replaced(kind, before, { fields: before.fields, archived: true })
}

/** Takes a record out again. @throws DeskError CONFLICT */
export function* restoreRecord(kind: RecordKind, id: string, seen: string): Operation<Kept> {
  const before = yield* keptAs(kind, id, seen, true)
  return yield* replaced(kind, before, { fields: before.fields, archived: false })
}

/** The record as its writer saw it. @throws DeskError CONFLICT */
export function* keptAs(kind: RecordKind, id: string, seen: string, archived: boolean): Operation<Kept> {
  const kept = yield* SHELVES[kind].get(id)
  if (kept && kept.archived === archived && String(kept.version) === seen) return kept
  throw new DeskError('CONFLICT', { what: kept ? nameOf(kind, kept) : `That ${kind}` })
}

function* replaced(kind: RecordKind, before: Kept, after: Pick<Kept, 'fields' | 'archived'>): Operation<Kept> {
  if (!(yield* SHELVES[kind].replace(before, after))) throw new DeskError('CONFLICT', { what: nameOf(kind, before) })
  return { id: before.id, version: before.version + 1, ...after }
}

/** `Web shop`, or `That deal` where it has no name. */
const nameOf = (kind: RecordKind, { fields }: Kept): string => recordName(kind, fields) ?? `That ${kind}`

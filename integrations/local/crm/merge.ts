import { DeskError } from '#kernel/errors.ts'
import type { FieldOp, RecordKind } from '#kernel/record.ts'
import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../tables.ts'
import { type Kept, SHELVES } from './shelf.ts'
import { archiveRecord, keptAs, patchRecord } from './write.ts'

interface Merge {
  winner: { id: string; version: string }
  loser: { id: string; version: string }
  ops: readonly FieldOp[]
}
type Fields = Kept['fields']

const point = statement(($: { kind: string; id: string; into: string }, db) =>
  db.insertInto('local_merged').values({ kind: $.kind, id: $.id, into: $.into }),
)
const pointer = statement(($: { kind: string; id: string }, db) =>
  db.selectFrom('local_merged').select('into').where('kind', '=', $.kind).where('id', '=', $.id),
)

/** The id that a record goes by since it was merged, or undefined where it was not. */
export function* mergedInto(kind: RecordKind, id: string): Operation<string | undefined> {
  let into: string | undefined
  for (let at = id; ; at = into) {
    const row = yield* first(pointer({ kind, id: at }))
    if (!row) return into
    into = row.into
  }
}

/**
 * Makes one record of two: the winner with its changes, everything that hung on the loser now on it, the loser put away under a
 * pointer to it.
 * @throws DeskError CONFLICT, NOT_ALLOWED
 */
export function* mergeRecords(kind: 'account' | 'contact', { winner, loser, ops }: Merge): Operation<Kept> {
  const losing = yield* keptAs(kind, loser.id, loser.version, false)
  const before = yield* keptAs(kind, winner.id, winner.version, false)
  const won = ops.length === 0 ? before : yield* patchRecord(kind, winner.id, ops, winner.version)
  yield* moveFields('deal', (fields) => movedDeal(kind, fields, losing, won))
  yield* moveFields('activity', (fields) => movedActivity(kind, fields, losing, won))
  if (kind === 'account') yield* moveFields('contact', (fields) => movedCompany(fields, losing, won))
  yield* archiveRecord(kind, loser.id, loser.version)
  yield* point({ kind, id: loser.id, into: winner.id })
  return won
}

/** Writes every record of a kind that a change concerns; null leaves one. */
function* moveFields(kind: RecordKind, moved: (fields: Fields) => Fields | null): Operation<void> {
  for (const kept of yield* SHELVES[kind].all()) {
    const fields = moved(kept.fields)
    if (fields && !(yield* SHELVES[kind].replace(kept, { fields, archived: false })))
      throw new DeskError('CONFLICT', { what: `A ${kind} of it` })
  }
}

function movedDeal(kind: 'account' | 'contact', fields: Fields, loser: Kept, winner: Kept): Fields | null {
  const named = kind === 'account' ? movedCompany(fields, loser, winner) : null
  const linked = fields[kind] === loser.id ? { ...(named ?? fields), [kind]: winner.id } : null
  return linked ?? named
}

function movedActivity(kind: RecordKind, fields: Fields, loser: Kept, winner: Kept): Fields | null {
  const about = fields.about as { kind: string; id: string }
  return about.kind === kind && about.id === loser.id ? { ...fields, about: { kind, id: winner.id } } : null
}

/** Whoever works at the company by its old name works at it by its new one. */
function movedCompany(fields: Fields, loser: Kept, winner: Kept): Fields | null {
  const same = typeof fields.company === 'string' && fold(fields.company) === fold(String(loser.fields.name))
  return same && fields.company !== winner.fields.name ? { ...fields, company: winner.fields.name } : null
}

const fold = (name: string): string => name.trim().toLowerCase()

import { DeskError } from '#kernel/errors.ts'
import type { EventDraft } from '#kernel/event.ts'
import { idOf } from '#kernel/ids.ts'
import { instanceId, partsOfInstanceId } from '#kernel/series/instance-id.ts'
import { occurrenceNamed } from '#kernel/series/occurrences.ts'
import { parseRule, RuleProblem } from '#kernel/series/rule.ts'
import { momentToWall, wallToMoment } from '#kernel/series/wall.ts'
import type { Operation } from '#ports/sql.ts'
import {
  conflict,
  dropEvent,
  eventById,
  eventByKey,
  exceptionsOf,
  insertEvent,
  type Kept,
  refuseOther,
  renameEvent,
  replaceEvent,
} from './event-rows.ts'
import { isSeries, type StoredEvent, storedFrom } from './stored-event.ts'

/** An event or one instance of a series, with the series it comes from where nobody changed it yet. */
export type Found = { kept: Kept; original: string | null }

/** What an id names: a row, or an instance that its series still has. */
export function* findEvent(id: string): Operation<Found | null> {
  const kept = yield* eventById(id)
  if (kept) return { kept, original: null }
  const parts = partsOfInstanceId(id)
  const series = parts && (yield* eventById(parts.series))
  if (!parts || !series || !occurrenceNamed(series.stored, parts.original)) return null
  return { kept: series, original: parts.original }
}

/** Makes an event under an id that follows from the key, or answers the one that the key made before. */
export function* createEvent(draft: EventDraft, key: string): Operation<Kept> {
  const id = idOf('', [key], 26)
  const before = (yield* eventByKey(key)) ?? (yield* eventById(id))
  if (before) return before
  refuseRule(draft.recurrence)
  const made = yield* insertEvent({ id, series: null, key, version: 1 }, storedFrom(draft))
  if (made) return made
  return (yield* eventById(id)) ?? gone()
}

/**
 * Changes an event. An instance becomes an exception of its series; a series that moves takes its exceptions and what it
 * leaves out along.
 * @throws DeskError CONFLICT where it is gone or has another version
 */
export function* changeEvent(id: string, asked: Partial<EventDraft>, seen: string): Operation<Kept> {
  const found = yield* findEvent(id)
  if (!found) return gone()
  const change = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as typeof asked
  refuseRule(change.recurrence ?? null)
  if (found.original !== null) return yield* changeInstance(found.kept, found.original, change, seen)
  const { kept } = found
  const stored = { ...kept.stored, ...change }
  if (!isSeries(kept.stored) || change.start === undefined) return yield* replaceEvent(kept, stored, seen)
  const moved = movedBy(kept.stored, stored)
  const written = yield* replaceEvent(kept, { ...stored, exdates: kept.stored.exdates.map(moved) }, seen)
  yield* renameExceptions(id, moved)
  return written
}

function* renameExceptions(series: string, moved: (original: string) => string): Operation<void> {
  const originals = (yield* exceptionsOf(series)).map((one) => partsOfInstanceId(one.row.id)?.original ?? '').sort()
  // From the far end, so that no exception takes the name of one that has not moved yet.
  const later = originals.filter((original) => moved(original) > original).reverse()
  for (const original of [...later, ...originals.filter((one) => moved(one) < one)]) {
    yield* renameEvent(instanceId(series, original), instanceId(series, moved(original)))
  }
}

/**
 * Takes an event off: a series with all its exceptions, an instance by leaving it out of its series.
 * @throws DeskError CONFLICT
 */
export function* removeEvent(id: string, seen: string): Operation<void> {
  const found = yield* findEvent(id)
  if (!found) return gone()
  refuseOther(found.kept, seen)
  const parts = found.original === null && found.kept.row.series === null ? null : partsOfInstanceId(id)
  if (found.original === null) yield* dropEvent(id)
  const series = parts && (yield* eventById(parts.series))
  if (!parts || !series) return
  const exdates = [...series.stored.exdates, parts.original]
  yield* replaceEvent(series, { ...series.stored, exdates }, String(series.row.version))
}

function* changeInstance(series: Kept, original: string, change: Partial<EventDraft>, seen: string): Operation<Kept> {
  refuseOther(series, seen)
  const occurrence = occurrenceNamed(series.stored, original)
  if (!occurrence) return gone()
  const { start, end } = occurrence
  const stored = { ...series.stored, start, end, exdates: [], rdates: [], ...change, recurrence: null }
  const id = instanceId(series.row.id, original)
  const version = series.row.version + 1
  const made = yield* insertEvent({ id, series: series.row.id, key: null, version }, stored)
  if (!made) throw conflict(series.stored.title)
  return made
}

/** @throws DeskError CONFLICT */
export function gone(): never {
  throw new DeskError('CONFLICT', { what: 'That event' })
}

/** How a series that moved from one start to another renames an original start: by the same step of the clock. */
function movedBy(before: StoredEvent, after: StoredEvent): (original: string) => string {
  const step = momentToWall(after.start, after.zone) - momentToWall(before.start, before.zone)
  const allDay = after.start.length === 10
  return (original) => wallToMoment(momentToWall(original, before.zone) + step, after.zone, allDay)
}

function refuseRule(recurrence: string | null): void {
  if (recurrence === null) return
  try {
    parseRule(recurrence)
  } catch (error) {
    if (error instanceof RuleProblem) throw new DeskError('NOT_ALLOWED', { why: error.message }, { cause: error })
    throw error
  }
}

import { DeskError } from '#kernel/errors.ts'
import type { SeriesChange, WholeSeries } from '#kernel/event.ts'
import { canonical, idOf } from '#kernel/ids.ts'
import { instanceId, partsOfInstanceId } from '#kernel/series/instance-id.ts'
import { RuleProblem } from '#kernel/series/rule.ts'
import { type Halves, splitAt } from '#kernel/series/split.ts'
import type { SeriesCut } from '#ports/calendar.ts'
import type { Operation } from '#ports/sql.ts'
import { gone } from './change.ts'
import {
  conflict,
  dropEvent,
  eventById,
  eventByKey,
  exceptionsOf,
  insertEvent,
  type Kept,
  refuseOther,
  replaceEvent,
} from './event-rows.ts'
import { keepsOwn } from './keeps-own.ts'
import { eventOf, isSeries, type StoredEvent } from './stored-event.ts'

/** A series with what hangs on it, each with the whole of its record. */
export function* wholeSeries(id: string): Operation<WholeSeries | null> {
  const kept = yield* eventById(id)
  if (!kept || !isSeries(kept.stored)) return null
  const exceptions = (yield* exceptionsOf(id)).sort((a, b) => (a.row.id < b.row.id ? -1 : 1))
  return {
    ...eventOf(kept.row, kept.stored),
    leftOut: [...kept.stored.exdates],
    added: [...kept.stored.rdates],
    changed: exceptions.map(({ row, stored }) => ({ ...eventOf(row, stored), kept: stored })),
    kept: kept.stored,
  }
}

/** Cuts a series; the second half has an id that follows from the key. */
export function* splitSeries(id: string, { from, change }: SeriesCut, seen: string, key: string): Operation<Kept> {
  const earlier = yield* eventByKey(key)
  if (earlier) return earlier
  const kept = (yield* eventById(id)) ?? gone()
  refuseOther(kept, seen)
  const halves = halvesOf(kept.stored, from, change)
  const later = (yield* exceptionsOf(id)).filter((one) => originalOf(one) >= from)
  for (const one of later) yield* dropEvent(one.row.id)
  const ended = halves.before
  if (ended) {
    const written = yield* replaceEvent(kept, { ...kept.stored, ...ended }, seen)
    if (change === null) return written
    const made = yield* insertEvent(
      { id: idOf('', [key], 26), series: null, key, version: 1 },
      secondHalf(kept.stored, halves, change),
    )
    if (!made) throw conflict(kept.stored.title)
    yield* moveExceptions(later, kept, made, halves, change)
    return made
  }
  if (change === null) throw new DeskError('NOT_ALLOWED', { why: 'nothing of the series would be left' })
  const written = yield* replaceEvent(kept, secondHalf(kept.stored, halves, change), seen)
  yield* moveExceptions(later, kept, written, halves, change)
  return written
}

/** Puts a series back as its record was, with its changed instances, and drops what was cut off. */
export function* rejoinSeries(
  before: WholeSeries,
  seen: string,
  rest: { id: string; version: string } | null,
): Operation<Kept> {
  const kept = (yield* eventById(before.id)) ?? gone()
  refuseOther(kept, seen)
  if (rest) {
    const second = (yield* eventById(rest.id)) ?? gone()
    refuseOther(second, rest.version)
    yield* dropEvent(rest.id)
  }
  const written = yield* replaceEvent(kept, before.kept as StoredEvent, seen)
  const there = new Map((yield* exceptionsOf(before.id)).map((one) => [one.row.id, one]))
  for (const { id, version, kept: record } of before.changed) {
    const now = there.get(id)
    there.delete(id)
    if (now && canonical(now.stored) === canonical(record)) continue
    if (now) yield* replaceEvent(now, record as StoredEvent, String(now.row.version))
    else yield* insertEvent({ id, series: before.id, key: null, version: Number(version) + 1 }, record as StoredEvent)
  }
  for (const id of there.keys()) yield* dropEvent(id)
  return written
}

const originalOf = ({ row }: Kept): string => partsOfInstanceId(row.id)?.original ?? ''

function halvesOf(stored: StoredEvent, from: string, change: SeriesChange | null): Halves {
  try {
    return splitAt(stored, { from, start: change?.start, end: change?.end })
  } catch (error) {
    if (error instanceof RuleProblem) throw new DeskError('NOT_ALLOWED', { why: error.message }, { cause: error })
    throw error
  }
}

function secondHalf(stored: StoredEvent, { after }: Halves, change: SeriesChange): StoredEvent {
  const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  return { ...stored, ...said, ...after }
}

/** Instances that were changed before go along under their new names. */
function* moveExceptions(
  later: readonly Kept[],
  was: Kept,
  is: Kept,
  halves: Halves,
  change: SeriesChange,
): Operation<void> {
  const names = halves.renamed(later.map(originalOf))
  for (const one of later) {
    const original = originalOf(one)
    const renamed = names.get(original) ?? original
    const stored = keepsOwn(one.stored, { was: was.stored, original, is: is.stored, renamed }, change)
    const { version, key } = one.row
    yield* insertEvent({ id: instanceId(is.row.id, renamed), series: is.row.id, key, version: version + 1 }, stored)
  }
}

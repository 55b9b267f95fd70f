import { MINUTE_MS } from '#kernel/units.ts'
import type { Operation } from '#ports/sql.ts'
import { statement } from '../over.ts'

const BUCKET_MS = 5 * MINUTE_MS

const expire = statement(($: { nowMs: number }, db) => db.deleteFrom('holds').where('expires_ms', '<=', $.nowMs))
const take = statement(($: { person: string; bucket: number; key: string; expiresMs: number }, db) =>
  db
    .insertInto('holds')
    .values({ person: $.person, bucket: $.bucket, key: $.key, expires_ms: $.expiresMs })
    .onConflict((on) =>
      on.columns(['person', 'bucket']).doUpdateSet({ expires_ms: $.expiresMs }).where('holds.key', '=', $.key),
    )
    .returning('key'),
)
const drop = statement(($: { key: string }, db) => db.deleteFrom('holds').where('key', '=', $.key))
const inWindow = statement(($: { person: string; from: number; to: number; nowMs: number }, db) =>
  db
    .selectFrom('holds')
    .select(['bucket', 'key'])
    .where('person', '=', $.person)
    .where('bucket', '>=', $.from)
    .where('bucket', '<', $.to)
    .where('expires_ms', '>', $.nowMs)
    .orderBy('bucket'),
)

export interface HoldDraft {
  /** Addresses whose time it is. */
  people: readonly string[]
  startMs: number
  endMs: number
  /** What it is for, `<task>.<position>` or `<task>.offer`: taking it again with the same key only prolongs it. */
  key: string
  expiresMs: number
}

/** Thrown inside the operation so that its savepoint takes back the buckets already taken. */
export class SlotTaken extends Error {
  readonly person: string
  constructor(person: string) {
    super(`${person} is held`)
    this.person = person
  }
}

/**
 * Holds a span for everybody in it, or nobody: one row per person and five-minute bucket, people in order of their address
 * so that two takers never wait for each other.
 * @throws SlotTaken where somebody else holds a part of it
 */
export function* holdSlot(draft: HoldDraft, nowMs: number): Operation<void> {
  yield* expire({ nowMs })
  for (const person of [...draft.people].sort()) {
    for (let bucket = Math.floor(draft.startMs / BUCKET_MS); bucket * BUCKET_MS < draft.endMs; bucket++) {
      const taken = yield* take({ person, bucket, key: draft.key, expiresMs: draft.expiresMs })
      if (taken.length === 0) throw new SlotTaken(person)
    }
  }
}

/** Gives a hold back. */
export function* releaseHold(key: string): Operation<void> {
  yield* drop({ key })
}

/** Spans held for a person in a window, other than those of the tasks named. */
export function* heldSpans(
  person: string,
  fromMs: number,
  toMs: number,
  nowMs: number,
  except: ReadonlySet<string> = new Set(),
): Operation<{ startMs: number; endMs: number }[]> {
  const rows = yield* inWindow({ person, from: Math.floor(fromMs / BUCKET_MS), to: Math.ceil(toMs / BUCKET_MS), nowMs })
  const spans: { startMs: number; endMs: number }[] = []
  for (const row of rows) {
    if (except.has(row.key.slice(0, row.key.lastIndexOf('.')))) continue
    const startMs = row.bucket * BUCKET_MS
    const last = spans.at(-1)
    if (last && last.endMs === startMs) last.endMs = startMs + BUCKET_MS
    else spans.push({ startMs, endMs: startMs + BUCKET_MS })
  }
  return spans
}

import { DateTime } from 'luxon'
import { toMs } from '#kernel/time.ts'
import { saysLastContact } from '#language/record-words.ts'
import { readWhen } from '#language/when.ts'
import type { QueryFacts, Row } from './facts.ts'

/** The day a text of a field holds, or null. */
export function dayIn(
  text: string,
  { nowMs, zone, locale, dateOrder }: Pick<QueryFacts, 'nowMs' | 'zone' | 'locale' | 'dateOrder'>,
): string | null {
  const iso = /^\s*(\d{4}-\d\d-\d\d)(?!\d)/.exec(text)?.[1]
  if (iso) return DateTime.fromISO(iso).isValid ? iso : null
  const found = readWhen(text, { nowMs, zone, locale, dateOrder }).find((one) => one.dated && one.startMs !== null)
  return found?.startMs == null ? null : DateTime.fromMillis(found.startMs, { zone }).toISODate()
}

/** The day of an instant on the asker's wall. */
export const dayAt = (ms: number, zone: string): string => DateTime.fromMillis(ms, { zone }).toISODate() ?? ''

/**
 * The day something was last said to or by a record: a note or call about it, or a field of the team's own that says so. Null
 * where nothing tells.
 */
export function contactedDay(row: Row, facts: QueryFacts): string | null {
  const own = 'custom' in row.record ? Object.entries(row.record.custom) : []
  const days = own.flatMap(([name, value]) => (saysLastContact(name) ? (dayIn(value, facts) ?? []) : []))
  const spoken = aboutOf(row, facts)
    .filter(({ kind, at }) => kind !== 'task' && toMs(at) <= facts.nowMs)
    .map(({ at }) => dayAt(toMs(at), facts.zone))
  return [...days, ...spoken].sort().at(-1) ?? null
}

/** The day a record was last spoken of or written, as far as the desk knows. */
export function touchedDay(row: Row, facts: QueryFacts): string | null {
  const written = facts.written[row.record.id]
  const tasks = aboutOf(row, facts).map(({ at }) => dayAt(Math.min(toMs(at), facts.nowMs), facts.zone))
  const days = [contactedDay(row, facts), ...tasks, written === undefined ? null : dayAt(written, facts.zone)]
  return (
    days
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null
  )
}

/** What was noted, called and planned about a record, newest first; a deal's also with its account and its person. */
export function aboutOf(
  row: Row,
  { onFile }: Pick<QueryFacts, 'onFile'>,
): QueryFacts['onFile']['activities'][number][] {
  const keys = new Set([`${row.kind}:${row.record.id}`])
  return onFile.activities
    .filter(({ about }) => keys.has(`${about.kind}:${about.id}`))
    .sort((a, b) => (a.at < b.at ? 1 : -1))
}

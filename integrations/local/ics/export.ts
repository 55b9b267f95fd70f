import type { Sql } from '#ports/sql.ts'
import { eventsAfter, type Kept } from '../calendar/event-rows.ts'
import { NEVER_MS } from '../calendar/stored-event.ts'
import { eventText } from './write-event.ts'
import { zoneComponent } from './write-zone.ts'

const PAGE = 500
/** How far ahead the clock changes of a series without an end are written down. */
const YEARS_AHEAD = 10

/** The whole calendar as an iCalendar file, in pieces; it reads a page at a time and holds no more. */
export async function* exportCalendar(sql: Sql, nowMs: number): AsyncGenerator<string> {
  yield* calendarHead()
  yield await zoneTexts(sql, nowMs)
  for await (const { row, stored } of everyEvent(sql)) {
    yield `${eventText(row, stored, nowMs)}\r\n`
  }
  yield 'END:VCALENDAR\r\n'
}

/** The lines that open every calendar file of the desk. */
export function* calendarHead(more: readonly string[] = []): Generator<string> {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Nightdesk//Nightdesk//EN', 'CALSCALE:GREGORIAN', ...more]
  yield lines.map((line) => `${line}\r\n`).join('')
}

/** Every event with its row, in the order of the database. */
export async function* everyEvent(sql: Sql): AsyncGenerator<Kept> {
  let after = ''
  for (;;) {
    const page = await sql.read(() => eventsAfter(after, PAGE))
    yield* page
    if (page.length < PAGE) return
    after = page.at(-1)?.row.id ?? ''
  }
}

async function zoneTexts(sql: Sql, nowMs: number): Promise<string> {
  const spans = new ZoneSpans(nowMs)
  for await (const { row, stored } of everyEvent(sql)) spans.add(stored.zone, row.start_ms, row.end_ms)
  return spans.text()
}

/** Which zones a file names, and the years for which it needs their clocks. */
export class ZoneSpans {
  readonly #nowMs: number
  readonly #years = new Map<string, { from: number; to: number }>()

  constructor(nowMs: number) {
    this.#nowMs = nowMs
  }

  add(zone: string, startMs: number, endMs: number): void {
    if (zone === 'Etc/UTC' || zone === 'UTC') return
    const from = new Date(startMs).getUTCFullYear()
    const last =
      endMs >= NEVER_MS ? new Date(this.#nowMs).getUTCFullYear() + YEARS_AHEAD : new Date(endMs).getUTCFullYear()
    const to = Math.max(from, last)
    const known = this.#years.get(zone)
    this.#years.set(zone, known ? { from: Math.min(known.from, from), to: Math.max(known.to, to) } : { from, to })
  }

  text(): string {
    return [...this.#years]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([zone, { from, to }]) => `${zoneComponent(zone, from, Math.min(to, from + 100)).toString()}\r\n`)
      .join('')
  }
}

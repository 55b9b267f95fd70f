import ICAL from 'ical.js'
import { sql as raw } from 'kysely'
import { DeskError } from '#kernel/errors.ts'
import type { Operation, Sql } from '#ports/sql.ts'
import { columnsOf } from '../calendar/event-rows.ts'
import type { EventRow } from '../calendar/stored-event.ts'
import type { Fate, ImportFile, ImportReport } from '../import-file.ts'
import { statement } from '../tables.ts'
import { type Block, blocksOf } from './blocks.ts'
import { FileZones } from './file-zones.ts'
import { type ReadEvent, readEvent } from './read-event.ts'
import { PropertyProblem } from './read-moment.ts'

/** More than a team's calendar of a lifetime; it keeps a mistaken file from filling the disk. */
export const MOST_EVENTS = 100_000
const CHUNK = 500

type CalendarOptions = Omit<ImportFile, 'open' | 'dryRun'>

/**
 * Takes a calendar file in: a first pass reads all of it, a second one writes it in chunks, so a file with a mistake
 * changes nothing. An event that is there already (same UID) is updated, and only where it says something else.
 * @param open begins reading the file anew at every call
 * @throws DeskError IMPORT_INVALID naming the line, IMPORT_TOO_LARGE
 */
export async function importCalendar(
  sql: Sql,
  open: () => AsyncIterable<string>,
  options: CalendarOptions,
): Promise<ImportReport> {
  let total = 0
  for await (const _event of eventsOf(open(), options)) {
    total += 1
    if (total > MOST_EVENTS)
      throw new DeskError('IMPORT_TOO_LARGE', { file: options.file, limit: MOST_EVENTS, what: 'events' })
  }
  const report: ImportReport = { added: 0, changed: 0, unchanged: 0 }
  let chunk: ReadEvent[] = []
  let done = 0
  const write = async () => {
    const events = chunk
    chunk = []
    for (const outcome of await sql.write(() => keepEvents(events))) report[outcome] += 1
    done += events.length
    options.onProgress?.({ done, total })
  }
  for await (const event of eventsOf(open(), options)) {
    chunk.push(event)
    if (chunk.length === CHUNK) await write()
  }
  if (chunk.length > 0) await write()
  return report
}

async function* eventsOf(source: AsyncIterable<string>, options: CalendarOptions): AsyncGenerator<ReadEvent> {
  const zones = new FileZones(options.zone)
  for await (const block of blocksOf(source, options.file)) {
    const zone = /^X-WR-TIMEZONE(?:;[^:]*)?:(.*)$/i.exec(block.kind === 'PROPERTY' ? block.text : '')?.[1]?.trim()
    if (zone) zones.floating = zones.named(zone, 0) ?? zones.floating
    if (block.kind === 'VTIMEZONE') zones.define(parsed(block, options.file))
    if (block.kind === 'VEVENT') yield read(block, zones, options)
  }
}

function read(block: Block, zones: FileZones, options: CalendarOptions): ReadEvent {
  const component = parsed(block, options.file)
  try {
    return readEvent(component, block.text, zones, options.organizer ?? '')
  } catch (error) {
    if (!(error instanceof PropertyProblem)) throw unreadable(block, options.file, error)
    const name = new RegExp(`^${error.property}[;:]`, 'i')
    const line = block.text.split('\r\n').findIndex((one) => name.test(one))
    throw invalid(options.file, block.line + Math.max(0, line), error.message)
  }
}

function parsed(block: Block, file: string) {
  try {
    return new ICAL.Component(ICAL.parse(block.text))
  } catch (error) {
    throw unreadable(block, file, error)
  }
}

/** Finds the line at fault after ical.js refused the whole: the first property that does not read on its own. */
function unreadable(block: Block, file: string, error: unknown): DeskError {
  const lines = block.text.split('\r\n')
  const bad = lines.findIndex((line, index) => index > 0 && index < lines.length - 1 && !readsAlone(line))
  return invalid(file, block.line + Math.max(0, bad), error instanceof Error ? error.message : String(error))
}

function readsAlone(line: string): boolean {
  if (/^[ \t]|^(BEGIN|END):/i.test(line)) return true
  try {
    const component = new ICAL.Component(ICAL.parse(`BEGIN:VEVENT\r\n${line}\r\nEND:VEVENT`))
    for (const property of component.getAllProperties()) property.getValues()
    return true
  } catch {
    return false
  }
}

const invalid = (file: string, line: number, problem: string) =>
  new DeskError('IMPORT_INVALID', { file, where: `line ${line}`, problem })

const upsert = statement(($: Omit<EventRow, 'key' | 'version'>, db) =>
  db
    .insertInto('local_events')
    .values({
      id: $.id,
      series: $.series,
      key: null,
      version: 1,
      start_ms: $.start_ms,
      end_ms: $.end_ms,
      wide: $.wide,
      body: $.body,
    })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((one) => ({
          series: one.ref('excluded.series'),
          version: raw<number>`local_events.version + 1`,
          start_ms: one.ref('excluded.start_ms'),
          end_ms: one.ref('excluded.end_ms'),
          wide: one.ref('excluded.wide'),
          body: one.ref('excluded.body'),
        }))
        .whereRef('local_events.body', '<>', 'excluded.body'),
    )
    .returning('version'),
)

function* keepEvents(events: readonly ReadEvent[]): Operation<Fate[]> {
  const outcomes: Fate[] = []
  for (const { id, series, stored } of events) {
    const [row] = yield* upsert({ id, series, ...columnsOf(stored) })
    outcomes.push(row === undefined ? 'unchanged' : row.version === 1 ? 'added' : 'changed')
  }
  return outcomes
}

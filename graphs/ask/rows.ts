import { cleanLine } from '#kernel/display.ts'
import type { RecordKind } from '#kernel/record.ts'
import { recordName } from '#kernel/record-name.ts'
import { saySpan, toMs } from '#kernel/time.ts'
import type { Scope } from '#ports/agent.ts'
import type { Window } from '#ports/lookups.ts'
import type { Asked } from './contract.ts'

/** Something an answer may rest on: the id it is cited by, and the only words it may be told in. */
export interface Row {
  id: string
  atMs: number
  text: string
}

const KINDS = ['account', 'contact', 'deal', 'lead'] as const satisfies readonly RecordKind[]
/** Records of a name that are looked at, of each kind. */
const MOST_RECORDS = 5
const LONGEST_ROW = 300

const rowOf = (id: string, atMs: number, text: string): Row => ({ id, atMs, text: cleanLine(text, LONGEST_ROW) })

/** What was done in a window. */
export async function doneRows({ lookups }: Scope, window: Window): Promise<Row[]> {
  return (await lookups['history.done'](window)).map(({ id, atMs, sentence }) => rowOf(id, atMs, sentence))
}

/** What was asked of people in a window, and how it stands. */
export async function flagRows({ lookups }: Scope, window: Window): Promise<Row[]> {
  return (await lookups['history.flags'](window)).map(({ id, atMs, sentence }) => rowOf(id, atMs, sentence))
}

const pastRows = async (scope: Scope, window: Window): Promise<Row[]> =>
  (await Promise.all([doneRows(scope, window), flagRows(scope, window)])).flat()

/** Meetings of a window that took place or were to. */
export async function meetingRows({ lookups, principal, nowMs }: Scope, window: Window): Promise<Row[]> {
  const events = await lookups['calendar.events'](window)
  return events
    .filter((event) => event.kind === 'event' && event.status === 'confirmed')
    .map((event) => {
      const [startMs, endMs] = [toMs(event.start, event.zone), toMs(event.end, event.zone)]
      const who = event.attendees.map(({ name, address }) => name ?? address).join(', ')
      const when = saySpan(startMs, endMs, principal.zone, nowMs, { nameZone: false })
      return rowOf(event.id, startMs, `Meeting "${event.title}"${who === '' ? '' : ` with ${who}`}, ${when}`)
    })
}

interface Named {
  kind: RecordKind
  id: string
  name: string
}

/** Records that words may name. */
export async function recordsNamed({ lookups }: Scope, words: string): Promise<Named[]> {
  const found = await Promise.all(
    KINDS.map(async (kind) =>
      (await lookups['crm.find'](kind, words, MOST_RECORDS)).map((record) => ({
        kind,
        id: record.id,
        name: recordName(kind, { ...record }) ?? words,
      })),
    ),
  )
  return found.flat()
}

/** Notes and calls about a record in a window. */
export async function noteRows({ lookups }: Scope, { kind, id, name }: Named, window: Window): Promise<Row[]> {
  if (kind === 'activity') return []
  const notes = await lookups['crm.activities']({ kind, id })
  return notes.flatMap(({ id: note, text, at }) => {
    const atMs = Date.parse(at)
    const isThen = atMs >= window.fromMs && atMs < window.toMs
    return isThen ? [rowOf(note, atMs, `Note on ${name}: ${text}`)] : []
  })
}

/** Everything that is known of a question the rules understood, oldest first. */
export async function rowsFor(scope: Scope, { about, fromMs, toMs: until }: Asked): Promise<Row[]> {
  const window = { fromMs, toMs: until }
  const rows = about === null ? await pastRows(scope, window) : await rowsAbout(scope, about, window)
  return rows.reverse().sort((one, other) => one.atMs - other.atMs)
}

async function rowsAbout(scope: Scope, about: string, window: Window): Promise<Row[]> {
  const named = await recordsNamed(scope, about)
  const words = [about, ...named.map(({ name }) => name)].map((name) => name.toLowerCase())
  const tellsOf = (text: string): boolean => words.some((word) => text.toLowerCase().includes(word))
  const ids = new Set(named.map(({ id }) => id))
  const done = await scope.lookups['history.done'](window)
  const records = new Set(done.filter(({ record }) => record !== null && ids.has(record)).map(({ id }) => id))
  const past = [...(await pastRows(scope, window)), ...(await meetingRows(scope, window))]
  const notes = await Promise.all(named.map((one) => noteRows(scope, one, window)))
  const rows = [...past.filter(({ id, text }) => records.has(id) || tellsOf(text)), ...notes.flat()]
  return rows.filter(({ id }, at) => rows.findIndex((one) => one.id === id) === at)
}

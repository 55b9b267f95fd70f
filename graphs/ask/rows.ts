import { addressesOf, joinNames } from '#kernel/actions/calendar-facts.ts'
import { cleanLine } from '#kernel/display.ts'
import type { CalendarEvent } from '#kernel/event.ts'
import { saySpan, toMs } from '#kernel/time.ts'
import { memberByAddress } from '#policy/people.ts'
import type { Policy } from '#policy/policy.ts'
import type { Scope } from '#ports/agent.ts'
import type { PastRow, Window } from '#ports/lookups.ts'
import type { Asked } from './contract.ts'
import { type Named, type NamedRecord, namedBy } from './named.ts'

/** Something an answer may rest on: the id it is cited by, and the only words it may be told in. */
export interface Row {
  id: string
  atMs: number
  text: string
}

const LONGEST_ROW = 300
/** Pages of the past that are turned for one question. */
const MOST_PAGES = 10

const rowOf = (id: string, atMs: number, text: string): Row => ({ id, atMs, text: cleanLine(text, LONGEST_ROW) })
const toldAs = ({ id, atMs, sentence }: PastRow): Row => rowOf(id, atMs, sentence)

/** What was done in a window, newest first. */
export async function doneRows({ lookups }: Scope, window: Window): Promise<Row[]> {
  return (await pagesOf(lookups['history.done'], window)).map(toldAs)
}

/** What was asked of people in a window, newest first, and how it stands. */
export async function flagRows({ lookups }: Scope, window: Window): Promise<Row[]> {
  return (await pagesOf(lookups['history.flags'], window)).map(toldAs)
}

/** One look gives the newest of a window: the older ones are in a window that ends there. */
async function pagesOf(look: (window: Window) => Promise<readonly PastRow[]>, window: Window): Promise<PastRow[]> {
  const rows = new Map<string, PastRow>()
  let toMs = window.toMs
  for (let page = 0; page < MOST_PAGES; page++) {
    const fresh = (await look({ ...window, toMs })).filter(({ id }) => !rows.has(id))
    for (const row of fresh) rows.set(row.id, row)
    const oldest = fresh.at(-1)
    if (!oldest) break
    toMs = oldest.atMs + 1
  }
  return [...rows.values()]
}

/** Meetings of a window that took place or were to, as the asker calls who sits in them. */
export async function meetingRows(scope: Scope<Policy>, window: Window, named?: Named): Promise<Row[]> {
  const { principal, nowMs } = scope
  const meetings = (await scope.lookups['calendar.events'](window)).filter(
    ({ kind, status }) => kind === 'event' && status === 'confirmed',
  )
  return meetings.flatMap((event) => {
    const [startMs, endMs] = [toMs(event.start, event.zone), toMs(event.end, event.zone)]
    const who = othersIn(event, scope)
    const when = saySpan(startMs, endMs, principal.zone, nowMs, { nameZone: false })
    const row = rowOf(event.id, startMs, `Meeting "${event.title}"${who === '' ? '' : ` with ${who}`}, ${when}`)
    return !named || named.tells(row.text) || named.sits(event) ? [row] : []
  })
}

function othersIn(event: CalendarEvent, { policy, principal }: Scope<Policy>): string {
  const names = new Map(event.attendees.map(({ address, name }) => [address, name]))
  const others = addressesOf(event).flatMap((address) => {
    const member = memberByAddress(policy, address)
    return member?.id === principal.id ? [] : (member?.name ?? names.get(address) ?? address)
  })
  return joinNames(others)
}

const KIND_WORDS = { note: 'Note', call: 'Call', task: 'Task' } as const

/** Notes, calls and tasks about a record in a window. */
export async function noteRows({ lookups }: Scope, { kind, id, name }: NamedRecord, window: Window): Promise<Row[]> {
  const notes = await lookups['crm.activities']({ kind, id })
  return notes.flatMap(({ id: note, kind: what, text, at }) => {
    const atMs = Date.parse(at)
    const isThen = atMs >= window.fromMs && atMs < window.toMs
    return isThen ? [rowOf(note, atMs, `${KIND_WORDS[what]} on ${name}: ${text}`)] : []
  })
}

/** What is known of a question the rules understood: as whom they took the name, and what happened, oldest first. */
export interface Known {
  names: readonly string[]
  rows: readonly Row[]
}

/** Everything that is known of a question the rules understood. */
export async function knownOf(scope: Scope<Policy>, { about, fromMs, toMs: until }: Asked): Promise<Known> {
  const window = { fromMs, toMs: until }
  const named = about === null ? null : await namedBy(scope, about)
  const rows = named
    ? await rowsAbout(scope, named, window)
    : [...(await flagRows(scope, window)).toReversed(), ...(await doneRows(scope, window)).toReversed()]
  return { names: named?.names ?? [], rows: rows.toSorted((one, other) => one.atMs - other.atMs) }
}

async function rowsAbout(scope: Scope<Policy>, named: Named, window: Window): Promise<Row[]> {
  const { lookups } = scope
  const ids = new Set(named.records.map(({ id }) => id))
  const flags = await pagesOf(lookups['history.flags'], window)
  const past = [...flags.toReversed(), ...(await pagesOf(lookups['history.done'], window)).toReversed()]
  const theirs = past.filter(({ record, sentence }) => (record !== null && ids.has(record)) || named.tells(sentence))
  const notes = (await Promise.all(named.records.map((one) => noteRows(scope, one, window)))).flat()
  // A note that the desk wrote down is told once, as what was done.
  const written = new Set(theirs.map(({ record }) => record))
  const told = notes.filter(({ id }) => !written.has(id))
  return [...theirs.map(toldAs), ...(await meetingRows(scope, window, named)), ...told]
}

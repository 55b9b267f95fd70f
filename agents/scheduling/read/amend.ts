import { readWhen } from '#language/when.ts'
import { type Reading, readRequest } from '../read.ts'
import type { Request, Which, Wish } from '../request.ts'
import { onSameDay } from './answer.ts'
import { readTimes } from './times.ts'

/** What was said only to take something back, and what it is said of: neither names anything. */
const LEAD =
  /^(?:\W*\b(?:no|nope|nah|sorry|oops|wait|hm+|um+|uh|oh|ok(?:ay)?|actually|i mean|and|also|can you|could you|please|pls|plz)\b[\s,.!…-]*)+(?=\S)/iu
const TAIL = /[\s,]*\b(?:again|too|as well|please|pls|plz|thanks|thx)\W*$/iu
const WITHOUT = /^\W*(?:without|leave(?=.*\bout\W*$))\b/iu
const ADDS = /^\W*(?:add|invite|include)\b/iu
const TAKES_OFF = /^\W*(?:remove|take|drop|kick|uninvite)\b/iu
const NAMES = /^\W*(?:call|name|title|rename|retitle)\b/iu
const REPEATS = /\b(?:again|another|same thing|repeat|once more|too|as well)\b/iu
const MOVES = /\b(?:make|push|move|shift|bring|put|change)\b/iu
/** A length that says how far rather than how long. */
const BY = /\b(?:by|later|earlier|sooner|push|move|shift|bring|back|forward)\b/iu

/** What asks about a time, and is asked anew with another. */
const ASKS: ReadonlySet<Request['kind']> = new Set(['agenda', 'free', 'who_free'])
/** What is about an event that stands in the calendar already. */
const OF_EVENTS: ReadonlySet<Request['kind']> = new Set([
  'move',
  'cancel',
  'update',
  'swap',
  'late',
  'outcome',
  'again',
  'why',
])

/**
 * Another word about what was just done or asked. What came to nothing yet is the same request with what is said now; what was
 * done is changed where it stands.
 * @param open what the last request understood, where nothing came of it; else null
 */
export function readAmendment(text: string, open: Request | null, reading: Reading): Request {
  const said = readSaid(text, reading)
  if (!open || open.dropped || (ASKS.has(open.kind) && (said.change || MOVES.test(text)))) return ofTheLast(said)
  if (OF_EVENTS.has(open.kind) && (said.change || said.kind === 'again')) return ofTheLast(said)
  return withSaid(open, said)
}

/** What somebody adds to a question about a meeting instead of a time: who else comes, what it is called, how long it takes. */
export function addedTo(request: Request, text: string, reading: Reading): Request | null {
  const said = readSaid(text, reading)
  return said.change && !OF_EVENTS.has(request.kind) ? { ...withSaid(request, said), asked: request.asked } : null
}

/** The words by themselves: another time, another length, other people, another name. */
function readSaid(text: string, reading: Reading): Request {
  const bare = text.replace(LEAD, '').replace(WITHOUT, 'remove')
  const changes = ADDS.test(bare) || TAKES_OFF.test(bare) || NAMES.test(bare)
  if (changes) return readRequest(named(bare.replace(TAIL, '')), 'update', reading)
  const said = readRequest(text, 'move', reading)
  const when = said.when ?? said.which?.when ?? bareHourIn(bare, reading)
  if (REPEATS.test(text)) return { ...said, kind: 'again', when, shiftMs: null, change: null }
  const { lengths, wishes } = readTimes(text, readWhen(text, reading), reading.nowMs)
  const [length] = lengths
  if (length && wishes.length === 0 && !BY.test(text))
    return { ...said, kind: 'update', when: null, shiftMs: null, change: { lengthMs: length.lengthMs } }
  return { ...said, kind: said.change ? 'update' : 'move', when }
}

/** "Rename to X" and "call it X" are one thing. */
const named = (text: string): string =>
  text.replace(/^\W*(?:call|name|title|rename|retitle)\s+(?:(?:it|that|this|the meeting)\s+)?(?:to\s+)?/iu, 'call it ')

/** "Make it 12": a bare number is an hour of the day that is spoken of. */
function bareHourIn(text: string, reading: Reading): Wish | null {
  const hour = /(?:^|\s)(\d{1,2})(?=[\s?!.]*(?:$|instead|then|please|pls))/iu.exec(text)?.[1]
  if (hour === undefined || Number(hour) > 23) return null
  const clock = `at ${hour}`
  return readTimes(clock, readWhen(clock, { ...reading, locale: 'en' }), reading.nowMs).wishes[0] ?? null
}

/** Said of what was last written in the conversation. */
const ofTheLast = (said: Request): Request => ({ ...said, which: { ...THE_LAST, scope: said.which?.scope ?? 'one' } })
const THE_LAST: Omit<Which, 'scope'> = {
  id: null,
  recent: true,
  ordinal: null,
  all: false,
  words: '',
  said: '',
  when: null,
}

/** A request that came to nothing, with what is said now in place of what it said before. */
function withSaid(open: Request, said: Request): Request {
  const { add, remove, title, lengthMs } = said.change ?? {}
  const off = new Set(remove ? said.people.map((one) => one.words.toLowerCase()) : [])
  const people = add ? said.people.map((one) => ({ ...one, role: 'table' as const })) : []
  const base: Request = {
    ...open,
    people: [...open.people.filter((one) => !off.has(one.words.toLowerCase())), ...people],
    title: title === undefined ? open.title : { text: title, span: null },
    lengthMs: lengthMs ?? open.lengthMs,
    bounds: said.bounds ?? open.bounds,
    asked: [],
    stuck: false,
    overlap: false,
    insists: false,
    noSuchDate: said.noSuchDate,
  }
  const { when } = said
  if (!when) return base
  // Where nothing was found to move or cancel, another time says when it is.
  if (open.which && OF_EVENTS.has(open.kind) && open.which.id === null && open.which.when)
    return { ...base, which: { ...open.which, when: joined(open.which.when, when) } }
  return { ...base, when: joined(open.when, when) }
}

/** A day keeps the clock that was said before, a clock its day. */
function joined(before: Wish | null, now: Wish): Wish {
  if (!before) return now
  if (now.clocked && !now.dated && before.dated) return onSameDay(now, before)
  if (now.dated && !now.clocked && now.wholeDays && before.clocked && before.kind === 'point')
    return onSameDay(before, now)
  return now
}

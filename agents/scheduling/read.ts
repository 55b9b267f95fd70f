import { languageOf } from '#kernel/phrases.ts'
import { type Sheet, sheetOf } from '#language/sheet.ts'
import { readWhen, type WhenFinding } from '#language/when.ts'
import type { Policy } from '#policy/policy.ts'
import type { AgentInput, Scope } from '#ports/agent.ts'
import type { Person } from '#ports/lookups.ts'
import { zoneOfAsker } from './gather/zone.ts'
import { readAmendment } from './read/amend.ts'
import { applyAnswer, onSameDay } from './read/answer.ts'
import { bareHour, isHotLead, sortOut, takeAsLastTime, takeWhoseTime, wantsPerson, withHalf } from './read/asides.ts'
import { readNewLength, readNewWords, readPeopleChange } from './read/change.ts'
import { readCondition } from './read/condition.ts'
import { cannotCome, kindOf } from './read/kind.ts'
import { readPart } from './read/link.ts'
import { readLocation, readObject, readType } from './read/object.ts'
import { readGuest, readOutcome } from './read/outcome.ts'
import { readEveryone, readKnown, readListed, readOthers } from './read/people.ts'
import { readRemind } from './read/remind.ts'
import { movesSeveral, rolesOf } from './read/roles.ts'
import { impliedScope, takeOnset, takeScope, weekdayGoal } from './read/scope.ts'
import { anchored, endingAfter, joinSeries, takeOften } from './read/series.ts'
import { takeShift } from './read/shift.ts'
import { readTimes } from './read/times.ts'
import { readCalled, readQuotes, readTopic } from './read/title.ts'
import { readTrip } from './read/trip.ts'
import { readWhich } from './read/which.ts'
import { blank, Request, type Which } from './request.ts'

/** Where and how a text was said. */
export interface Reading {
  readonly nowMs: number
  /** Zone of whoever speaks: relative days are theirs. */
  readonly zone: string
  readonly locale: string
  /** How the team writes dates; absent for outsiders, whose habit nobody knows. */
  readonly dateOrder?: 'dmy' | 'mdy' | 'ymd'
  readonly members: readonly Person[]
  /** Names of the policy's meeting types. */
  readonly types: readonly string[]
  /** Whether one of the team speaks. */
  readonly member: boolean
  /** Whether they write another language than English. */
  readonly foreign?: boolean
}

/**
 * What a run was given, read: a fresh message, or an answer worked into what an earlier run understood. What a page filled in
 * is taken as it is, and none of the words beside it are read.
 */
export async function readInput(input: AgentInput, scope: Scope<Policy>): Promise<Request> {
  if (isFromPage(input.request) || isUnasked(input)) return Request.parse(input.request)
  const reading = await readingOf(scope)
  if (input.intent === 'person') return blank('person')
  if (input.intent === 'rsvp') return { ...blank('rsvp'), reply: await scope.lookups['invitation.reply'](input.text) }
  const earlier = Request.safeParse(input.request)
  if (input.intent === 'amend' && input.answer === null)
    return amended(input.text, earlier.data ?? null, scope.principal.kind, reading)
  return earlier.success && input.question && input.answer !== null
    ? applyAnswer(earlier.data, input.question, input.answer, reading)
    : readRequest(input.text, input.intent, reading)
}

/** An outsider changes the time of their own meeting; for any other word about it they ask like anybody who asks anew. */
function amended(text: string, open: Request | null, from: string, reading: Reading): Request {
  const request = readAmendment(text, open, reading)
  const theirs = from === 'member' || open !== null || (from === 'client' && request.kind === 'move')
  return theirs ? request : readRequest(text, 'book', reading)
}

/** Where and how what is said in a scope is said. */
export async function readingOf(scope: Scope<Policy>): Promise<Reading> {
  const { principal, policy } = scope
  const member = principal.kind === 'member'
  return {
    nowMs: scope.nowMs,
    zone: await zoneOfAsker(scope),
    locale: member ? policy.company.language : languageOf(principal),
    ...(member ? { dateOrder: policy.company.dateOrder } : {}),
    members: await scope.lookups['people.members'](),
    types: Object.keys(policy.scheduling.meetingTypes),
    member,
    foreign: languageOf(principal) !== 'en',
  }
}

const isFromPage = (request: unknown): boolean => (request as Partial<Request> | null)?.fromPage === true

/** Another time is offered before the guest has said a word; their answer is read like any other. */
const isUnasked = ({ request, question }: AgentInput): boolean =>
  question === null && (request as Partial<Request> | null)?.missed === true

/** People of one request; more are a mistake or mischief. */
const MOST_PEOPLE = 50
const REPEATS =
  /\b(?:recurring|repeating|(?:bi-?)?weekly|monthly|quarterly|yearly|annual|every (?:day|week|month|other|second|mon|tue|wed|thu|fri|sat|sun)\w*)\b/iu
const EARLIEST =
  /\b(?:asap|as soon as possible|(?:my |the |our )?(?:first|earliest|next|soonest)\s+(?:(?:free|available|possible|open)\s+)?(?:slot|time|opening|opportunity|moment)|first (?:free|available)|(?:earliest|first) (?:time )?(?:i['’]?m|i am|we['’]?re|we are|everyone is) free|(?:first|earliest) time)\b/iu
const DECLINES = /\b(?:skip|declin)/iu
/** "Sam's calendar", "what is Sam doing": all they have, not only what they have with the asker. */
const WHOSE =
  /['’]s\s+(?:\w+\s+)?(?:calendar|schedule|agenda|day|diary|week)\b|\bwhat(?:['’]?s| is| does| has)\s+\p{L}+\s+(?:doing|up to|on|have|got)\b/iu
const ALL_DAY = /\b(?:all[- ]day|full[- ]day|whole day|entire day)\b/iu
const CHOOSE =
  /\b(?:just (?:book|pick|choose|put|find one)|whatever|whenever|any ?time (?:is fine|works)|you (?:choose|pick|decide)|pick (?:one|a time))\b/iu

/** Rules tier: what a message asks for, as far as rules can tell; nothing is decided here. */
export function readRequest(text: string, intent: string, reading: Reading): Request {
  const kind = kindOf(intent, text, reading.member)
  const changes = kind === 'move' || kind === 'cancel' || kind === 'update'
  const scoped = changes ? takeScope(text) : { text, scope: null }
  const sheet = sheetOf(scoped.text)
  const change = kind === 'update' ? readNewWords(sheet) : null
  const quotes = readQuotes(sheet)
  const onset = changes ? takeOnset(sheet, reading) : null
  const often = changes ? null : takeOften(sheet)
  const shiftMs = kind === 'move' ? takeShift(sheet, reading) : null
  const called = kind === 'book' || kind === 'block' || kind === 'find' ? readCalled(sheet) : null
  const condition = kind === 'book' || kind === 'find' ? readCondition(sheet, reading.nowMs) : null
  const known = kind === 'remind' ? [] : readKnown(sheet, reading.members)
  const everyone = readEveryone(sheet)
  const zoneOpen = takeWhoseTime(sheet)
  const asLastTime = kind === 'book' && takeAsLastTime(sheet)
  const type = readType(sheet.blank(), reading.types)
  const read = readWhen(sheet.blank(), reading)
  const found = kind === 'move' ? weekdayGoal(sheet.blank(), read, reading) : read
  const named = anchored(joinSeries(found, reading), reading).filter((finding) => !isName(finding, kind, text))
  const findings = named.map((finding) => withHalf(finding, text))
  const meets = kind === 'book' || kind === 'find'
  const { wished, excluded } = meets ? sortOut(findings, text) : { wished: findings, excluded: [] }
  const times = readTimes(sheet.blank(), wished, reading.nowMs)
  for (const finding of findings) sheet.take(finding.span[0], finding.span[1])
  const people = kind === 'remind' ? [] : readOthers(sheet, known)

  const base: Request = {
    ...blank(kind),
    people: people.slice(0, MOST_PEOPLE),
    everyone,
    condition,
    bounds: times.bounds,
    noSuchDate:
      found.find((finding) => finding.impossible)?.text.replace(/^(?:on|at|by|from|until|till)\s+/i, '') ?? null,
    cannotCome: cannotCome(text, kind),
    declines: kind === 'cancel' && DECLINES.test(text),
    zoneOpen,
    asLastTime,
    wantsPerson: !reading.member && wantsPerson(text),
    allDay: ALL_DAY.test(text),
    listed: meets && reading.member ? readListed(text) : [],
    hotLead: isHotLead(text),
    excluded,
  }
  const said = rolesOf(kind, text, times)
  const shifted = shiftMs === null ? said : { ...said, when: null, whichWhen: said.whichWhen ?? said.when, shiftMs }
  const since = onset && (readTimes(sheet.text, [onset], reading.nowMs).wishes[0] ?? null)
  const roles = since ? { ...shifted, whichWhen: since } : shifted
  const implied = onset ? 'following' : impliedScope(sheet.text, roles, findings)
  const scope = changes ? (scoped.scope ?? implied) : 'one'
  switch (kind) {
    case 'book':
    case 'find':
    case 'block':
      return {
        ...base,
        ...readMeeting(sheet, text, type, called, quotes, reading),
        ...(kind === 'book' && roles.when === null ? readBareHour(text, reading) : { when: roles.when }),
        lengthMs: roles.lengthMs,
        recurrence: endingAfter(times.recurrence, often) ?? (REPEATS.test(text) ? '' : null),
      }
    case 'link':
      return { ...base, type, when: roles.when, part: readPart(text) }
    case 'trip':
      return { ...base, people: [], trip: readTrip(text, times.wishes), when: times.wishes[0] ?? null }
    case 'remind':
      return readRemind(sheet, base, roles)
    case 'agenda':
    case 'free':
    case 'who_free':
      return {
        ...base,
        when: roles.when,
        lengthMs: roles.lengthMs,
        whose: WHOSE.test(text),
        which: kind === 'agenda' ? readWhich(sheet, roles.when, kind) : null,
      }
    case 'update': {
      const length = change ? null : (readPeopleChange(text) ?? readNewLength(text, roles.lengthMs))
      const asked = change ?? length
      return {
        ...base,
        people: asked?.add || asked?.remove ? splitPeople(people, text) : people,
        change: asked,
        lengthMs: null,
        which: { ...readWhich(sheet, roles.whichWhen ?? roles.when, kind), scope },
      }
    }
    case 'swap':
      return { ...base, ...readSwap(text, reading) }
    case 'outcome': {
      const which = readWhich(sheet, roles.whichWhen ?? roles.when, kind)
      return {
        ...base,
        people: readGuest(text),
        outcome: readOutcome(text),
        which: { ...which, words: '', ordinal: which.ordinal ?? -1 },
      }
    }
    default:
      return {
        ...base,
        when: roles.when,
        shiftMs: roles.shiftMs,
        several: kind === 'move' && reading.member && movesSeveral(text, times.wishes),
        earliest: EARLIEST.test(text),
        choose: CHOOSE.test(text),
        change: null,
        which: { ...quotedIn(readWhich(sheet, roles.whichWhen, kind), quotes), scope },
      }
  }
}

/** "3 works" to no list: an hour perhaps, of a day nobody named. */
function readBareHour(text: string, reading: Reading): Pick<Request, 'when' | 'dayOpen'> {
  const hour = bareHour(text)
  if (hour === null) return { when: null, dayOpen: false }
  const clock = `at ${hour}`
  const when = readTimes(clock, readWhen(clock, { ...reading, locale: 'en' }), reading.nowMs).wishes[0] ?? null
  return { when, dayOpen: when !== null }
}

/** What is part of a name and no time: "year-end"; "lunch" and "weekly summary" where an event is spoken of. */
function isName(finding: WhenFinding, kind: Request['kind'], text: string): boolean {
  if (/^-\p{L}/u.test(text.slice(finding.span[1]))) return true
  if (!NAMED_KINDS.has(kind) || finding.clocked) return false
  if (kind === 'move' && finding.dated && /\bto\s*$/iu.test(text.slice(0, finding.span[0]))) return false
  return finding.kind === 'recurrence' || (!finding.dated && /^(?:lunch|dinner|breakfast)$/iu.test(finding.text))
}

/** An event named by its title in quotes, where no other words name it. */
const quotedIn = (which: Which, [quote]: readonly { text: string }[]): Which =>
  which.words === '' && quote ? { ...which, recent: false, words: quote.text } : which

const NAMED_KINDS: ReadonlySet<Request['kind']> = new Set(['move', 'cancel', 'update', 'agenda', 'late'])

function readMeeting(
  sheet: Sheet,
  text: string,
  type: string | null,
  called: Request['title'],
  quotes: readonly { text: string; span: [number, number] }[],
  { foreign = false }: Reading,
): Pick<Request, 'title' | 'type' | 'location' | 'earliest' | 'choose'> {
  // Names and places are told from idle words in English alone; in other languages only what is quoted is a name.
  const location = readLocation(sheet, foreign)
  const topic = foreign ? null : readTopic(sheet)
  const object = foreign ? null : readObject(sheet)
  const [quote] = quotes
  const plainType = object !== null && type !== null && object.toLowerCase() === type.replaceAll('_', ' ')
  const named = object && !plainType ? { text: object, span: null } : null
  return {
    title: quote ? { text: quote.text, span: quote.span } : (called ?? topic ?? named),
    type,
    location,
    earliest: EARLIEST.test(text),
    choose: CHOOSE.test(text),
  }
}

/** "swap my 10 and my 3": each half is read like an event of its own; a bare number is an hour. */
function readSwap(text: string, reading: Reading): Pick<Request, 'which' | 'other'> {
  const [, first = '', second = ''] = SWAPPED.exec(text) ?? []
  const half = (words: string) => {
    const sheet = sheetOf(`move ${words.replace(/^((?:my|the)\s+)?(\d{1,2})(?=\W*$)/iu, '$1at $2')}`)
    const findings = readWhen(sheet.text, reading)
    for (const finding of findings) sheet.take(finding.span[0], finding.span[1])
    return readWhich(sheet, readTimes(sheet.text, findings, reading.nowMs).wishes[0] ?? null, 'swap')
  }
  const [one, two] = [half(first), half(second)]
  return { which: onDayOf(two, one), other: onDayOf(one, two) }
}

/** "my 10 and my 3 tomorrow": a day that is said once is meant for both. */
function onDayOf(told: Which, which: Which): Which {
  const [day, clock] = [told.when, which.when]
  return day?.dated && clock?.clocked && !clock.dated ? { ...which, when: onSameDay(clock, day) } : which
}

const SWAPPED = /\b(?:swap|switch|exchange)\s+(?:around\s+)?(.+?)\s+(?:and|with|for)\s+(.+)$/isu

/** "add Priya to my meeting with Sam": those before "to" are added, those after it sit there already. */
function splitPeople(people: Request['people'], text: string): Request['people'] {
  const hinge = text.search(/\s(?:to|from|off|in)\s+(?:the|my|our|this|that|tomorrow|today|it)\b/iu)
  return people.map((person) => ({
    ...person,
    role: hinge < 0 || (person.span?.[0] ?? 0) < hinge ? 'change' : 'table',
  }))
}

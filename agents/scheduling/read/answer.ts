import { DateTime } from 'luxon'
import type { Choice, Question } from '#kernel/ruling.ts'
import { toMs } from '#kernel/time.ts'
import { placeIn, yesOrNo } from '#language/answers.ts'
import { readWhen } from '#language/when.ts'
import type { Reading } from '../read.ts'
import { picked, type Request } from '../request.ts'
import { ALL_OF_THEM, ANYWAY, AROUND, CANCEL_IT, LEAVE_OUT, NO, UNCHECKED, YES } from '../rules/ask.ts'
import { tellingWords, wordsOf } from '../rules/names.ts'
import { addedTo } from './amend.ts'
import { readTimes } from './times.ts'
import { tidy } from './title.ts'

const DROP =
  /^\W*(?:no\W+|actually\W+|ok\W+)*(?:never ?mind|forget (?:it|about it|that)|drop it|none(?: of (?:them|these|those))?|no(?:pe| thanks| thank you)?|leave it|stop|cancel(?: that)?|don['’]?t(?: bother)?|ningun[oa]|olv[ií]d(?:alo|elo|ala)|aucun(?: des (?:deux|trois))?|oublie[rz]?|kein(?:er?|es)(?: davon)?|vergessen sie(?: es)?|vergiss es)\W*$/iu
const YES_WORDS =
  /^\W*(?:y(?:es|ep|eah|up)?|ok(?:ay)?|sure|please do|go ahead|do it|fine|anyway|book (?:it )?anyway|move (?:it )?anyway|all the same|doesn['’]?t matter|s[ií]|vale|claro|oui|d['’]accord|ja|gern[e]?)(?=$|[\s,.!])/iu
const ANY =
  /\b(?:any(?: of them)?|whichever|whatever|either|you (?:choose|pick|decide)|the first(?: one)?|first one|earliest|cualquiera|n['’]importe (?:lequel|laquelle)|peu importe|egal(?: welche[rs]?)?|irgendeine?r?)\b/iu
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu

/** The request with an answer worked into it; `stuck` where the answer says nothing the question asked. */
export function applyAnswer(request: Request, question: Question, answer: string, reading: Reading): Request {
  const known: Request = { ...request, asked: [...request.asked, ...question.slots], stuck: false }
  const chosen = choose(question.choices, answer, reading)
  if (chosen) return applyValue(known, chosen.value, question, reading)
  if (DROP.test(answer) || yesOrNo(answer) === 'no') return { ...known, dropped: true }
  return applyWords(known, question, answer, reading) ?? addedTo(known, answer, reading) ?? { ...known, stuck: true }
}

/** The choice an answer names: its value or label, its place in the list, or the one time it can mean. */
function choose(choices: readonly Choice[], answer: string, reading: Reading): Choice | null {
  const plain = answer.trim().toLowerCase()
  const exact = choices.find((one) => one.value.toLowerCase() === plain || one.label.toLowerCase() === plain)
  if (exact) return exact
  const said = placeIn(answer)
  if (said?.place === 'last') return choices.at(-1) ?? null
  if (said) {
    const byPlace = choices[said.place - 1]
    const byClock = said.ordinal ? [] : choices.filter((one) => isAtHour(one, said.place as number, reading.zone))
    if (byPlace ?? byClock.length === 1) return byPlace ?? byClock[0] ?? null
  }
  if (ANY.test(plain)) return choices.find((one) => spanIn(one.value)) ?? choices[0] ?? null
  const named = choices.filter((one) => isNamed(one.label, answer))
  if (named.length === 1) return named[0] ?? null
  return byTime(choices, answer, reading)
}

/** The one offered time that a said time fits: its day where only a day was said, its clock where only a clock was. */
function byTime(choices: readonly Choice[], answer: string, reading: Reading): Choice | null {
  const [wish, ...more] = readTimes(answer, readWhen(answer, reading), reading.nowMs).wishes
  if (!wish || more.length > 0) return null
  const wished = DateTime.fromMillis(wish.startMs, { zone: wish.zone })
  const fitting = choices.filter((one) => {
    const span = spanIn(one.value)
    if (!span) return false
    const offered = DateTime.fromMillis(span.startMs, { zone: wish.zone })
    const sameClock = offered.hour % 12 === wished.hour % 12 && offered.minute === wished.minute
    const inPart = wish.startMs <= span.startMs && span.startMs < wish.endMs
    if (wish.clocked && wish.dated) return offered.hasSame(wished, 'day') && sameClock
    return wish.clocked ? sameClock : inPart
  })
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

function applyValue(request: Request, value: string, question: Question, reading: Reading): Request {
  const span = spanIn(value)
  if (span) return atTime(request, span, question, reading)
  if (value.startsWith('event:'))
    return { ...request, which: request.which && { ...request.which, id: value.slice(6) } }
  switch (value) {
    case ANYWAY:
      return { ...request, overlap: true }
    case AROUND:
      return { ...request, around: true }
    case UNCHECKED:
      return { ...request, unchecked: true }
    case ALL_OF_THEM:
      return { ...request, which: request.which && { ...request.which, all: true } }
    case CANCEL_IT:
      return { ...request, cannotCome: false }
    case LEAVE_OUT:
      return withAddress(request, '')
    case YES:
      return request.kind === 'late'
        ? { ...request, overlap: true }
        : { ...request, condition: null, cannotCome: false }
    case 'held':
    case 'late':
    case 'no_show':
      return { ...request, outcome: value }
    case NO:
      return { ...request, dropped: true }
    default:
      return withAddress(request, value)
  }
}

/** A time that was picked: where it goes, or which of two readings was meant (its clock stays as it was said). */
function atTime(
  request: Request,
  span: { startMs: number; endMs: number },
  question: Question,
  reading: Reading,
): Request {
  const kind = request.kind === 'cancel' ? 'move' : request.kind
  const base: Request = {
    ...request,
    kind,
    cannotCome: false,
    overlap: false,
    zoneOpen: false,
    dayOpen: false,
    insists: false,
  }
  const resolves =
    request.when?.ambiguous === true && request.when.alternatives.some((one) => one.startMs === span.startMs)
  const asSaid = request.when?.startMs === span.startMs && request.when.endMs === span.endMs
  if (request.when && !request.when.ambiguous && asSaid) return base
  if (request.when && resolves && question.slots.includes('when')) {
    return { ...base, when: { ...request.when, ...span, ambiguous: false, alternatives: [] } }
  }
  return { ...base, lengthMs: span.endMs - span.startMs, when: picked(span.startMs, span.endMs, reading.zone) }
}

/** Words instead of a choice: a time, an address, a name, a subject, yes. */
function applyWords(request: Request, question: Question, answer: string, reading: Reading): Request | null {
  const asks = (slot: string) => question.slots.includes(slot)
  const [address] = answer.match(EMAIL) ?? []
  const { wishes, bounds, recurrence } = readTimes(answer, readWhen(answer, reading), reading.nowMs)
  const offered = question.choices.some((one) => spanIn(one.value))
  const [wish] = wishes
  let next: Request | null = null
  if (asks('who') && address) next = withAddress(request, address.toLowerCase())
  else if (asks('who')) next = withName(request, answer, wish?.text ?? null)
  if (asks('when') && YES_WORDS.test(answer) && question.choices.some((one) => one.value === ANYWAY))
    return { ...request, overlap: true }
  if (asks('when') && wish) {
    const base = next ?? request
    const day = base.when
    const onDay =
      wish.clocked && !wish.dated && day?.dated
        ? onSameDay(wish, day)
        : request.dayOpen && day && wish.dated && !wish.clocked
          ? onSameDay(day, wish)
          : wish
    next = {
      ...base,
      kind: base.kind === 'cancel' ? 'move' : base.kind,
      overlap: false,
      dayOpen: false,
      zoneOpen: false,
      insists: offered && wish.clocked,
      when: onDay,
      recurrence: recurrence ?? (base.recurrence || null),
    }
  }
  if (asks('when') && !wish && bounds) next = { ...(next ?? request), bounds, insists: offered }
  if (asks('which') && wish && request.which)
    next = { ...(next ?? request), which: { ...request.which, when: wish, ordinal: request.which.ordinal ?? 1 } }
  if (asks('which') && !wish && /\b(?:cancel|anul|annul|absag|stornier)/iu.test(answer))
    next = { ...request, cannotCome: false }
  if (asks('reminder') && answer.trim()) next = { ...request, reminder: tidy(answer) }
  if ((asks('condition') || asks('late') || asks('calendar')) && YES_WORDS.test(answer)) {
    next = applyValue(request, asks('calendar') ? UNCHECKED : YES, question, reading)
  }
  return next
}

/** A clock time on the day of another time. */
export function onSameDay(
  clock: NonNullable<Request['when']>,
  day: NonNullable<Request['when']>,
): NonNullable<Request['when']> {
  const time = DateTime.fromMillis(clock.startMs, { zone: clock.zone })
  const startMs = DateTime.fromMillis(day.startMs, { zone: clock.zone })
    .set({ hour: time.hour, minute: time.minute, second: 0, millisecond: 0 })
    .toMillis()
  return { ...clock, startMs, endMs: startMs + (clock.endMs - clock.startMs), dated: true }
}

/** The first person whose address is open gets it. */
function withAddress(request: Request, address: string): Request {
  const at = request.people.findIndex((person) => person.address === null)
  return { ...request, people: request.people.map((person, index) => (index === at ? { ...person, address } : person)) }
}

function withName(request: Request, answer: string, time: string | null): Request | null {
  const words = (time ? answer.replace(time, ' ') : answer)
    .replace(/^\W*(?:i mean|it['’]?s|the|with)\b/iu, '')
    .replace(/[\s.,!]+$/u, '')
    .trim()
  const at = request.people.findIndex((person) => person.address === null)
  if (at < 0 || words === '' || words.split(/\s+/).length > 4) return null
  return { ...request, people: request.people.map((person, index) => (index === at ? { ...person, words } : person)) }
}

/** The span a choice's value holds, or null. */
function spanIn(value: string): { startMs: number; endMs: number } | null {
  const [start = '', end = ''] = value.split('/')
  if (!/^\d{4}-\d\d-\d\dT/.test(start)) return null
  return { startMs: toMs(start), endMs: toMs(end) }
}

/** Whether all telling words of an answer stand in a label ("the one on Tuesday" in `"Lunch" with Dave, Tue 24 Nov`). */
function isNamed(label: string, answer: string): boolean {
  const ofLabel = wordsOf(label)
  // Numbers count however short: "27 nov" is not the one of the 20th.
  const telling = tellingWords(answer).filter((word) => word.length > 2 || /\d/.test(word))
  return (
    telling.length > 0 &&
    telling.every((word) =>
      ofLabel.some((other) => other.startsWith(word) || (other.length > 2 && word.startsWith(other))),
    )
  )
}

/** Whether an offered time is that hour of the clock, morning or afternoon. */
function isAtHour(one: Choice, hour: number, zone: string): boolean {
  const span = spanIn(one.value)
  const start = span && DateTime.fromMillis(span.startMs, { zone })
  return start !== null && start.minute === 0 && start.hour % 12 === hour % 12
}

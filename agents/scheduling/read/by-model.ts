import type { Language } from '#kernel/language.ts'
import type { Open } from '#ladder/agent-graph.ts'
import { pointAt, said } from '#ladder/point.ts'
import { wordsHeld } from '#ladder/unread.ts'
import { sheetOf } from '#language/sheet.ts'
import { tongueOf } from '#language/tongue.ts'
import { readWhen } from '#language/when.ts'
import type { Policy } from '#policy/policy.ts'
import type { AgentInput, Scope } from '#ports/agent.ts'
import { Pointed } from '../prompts.ts'
import { type Reading, readingOf } from '../read.ts'
import type { Named, Request, Which } from '../request.ts'
import { readKnown } from './people.ts'
import { readTimes, type Times } from './times.ts'
import { sentence, tidy } from './title.ts'

/** Words of a name; what is longer, and nobody's on file, is likely none. */
const LONGEST_NAME = 3

/** What the rules took out of a message; the whole of it is kept beside only to compare titles with. */
export const wordsRead = (request: Request, text: string): string[] =>
  wordsHeld(
    {
      ...request,
      people: request.people.filter(({ words }) => words.split(/\s+/).length <= LONGEST_NAME),
      which: request.which && { ...request.which, said: null },
    },
    text,
  )

/**
 * A request with the words a model pointed at read into it, by the same readers. What the rules found stands: only what would
 * be asked about, or is empty, is filled in.
 */
export async function readByModel(
  { text }: AgentInput,
  { understood, missing, unknown }: Open<Request>,
  scope: Scope<Policy>,
): Promise<Request | null> {
  const facts = { job: understood.kind, missing: missing.join(', ') }
  const pointed = await pointAt(scope, { step: 'read', text, schema: Pointed, facts })
  if (!pointed) return null
  const reading = await readingOf(scope)
  const filled = filledIn(understood, { missing, unknown }, text, pointed, {
    ...reading,
    locale: localeOf(text, reading),
  })
  return JSON.stringify(filled) === JSON.stringify(understood) ? null : filled
}

function filledIn(
  request: Request,
  { missing, unknown }: Pick<Open<Request>, 'missing' | 'unknown'>,
  text: string,
  pointed: Pointed,
  reading: Reading,
): Request {
  const lacks = (slot: string, empty: boolean): boolean => empty || missing.includes(slot)
  const at = (words: string | null): Times => timesAt(text, words, reading)
  const people = pointed.people.flatMap((words) => personAt(text, words, reading))
  const { wishes, bounds, recurrence } = at(pointed.when)
  const [wish] = wishes
  const [length] = [...at(pointed.length).lengths, ...at(pointed.when).lengths]
  const subject = said(text, pointed.subject)
  const place = said(text, pointed.place)
  const topic: Request['title'] =
    subject && (unknown || request.title === null)
      ? { text: sentence(tidy(subject.words)), span: [subject.span[0], subject.span[1]] }
      : request.title
  return {
    ...request,
    ...(people.length > 0 && lacks('who', request.people.length === 0) && { people: merged(request.people, people) }),
    ...(wish && lacks('when', request.when === null) && { when: wish, noSuchDate: null }),
    bounds: request.bounds ?? bounds,
    recurrence: request.recurrence || recurrence,
    lengthMs: request.lengthMs ?? length?.lengthMs ?? null,
    title: topic,
    location: request.location ?? (place && tidy(place.words)),
    which: request.which && whichOf(request.which, missing, text, pointed, at(pointed.meetingWhen)),
  }
}

/** Which event is meant, where the rules could not tell. */
function whichOf(which: Which, missing: readonly string[], text: string, pointed: Pointed, { wishes }: Times): Which {
  const named = said(text, pointed.meeting)
  const open = missing.includes('which')
  return {
    ...which,
    ...(named && (open || which.words === '') && { words: tidy(named.words), recent: false }),
    when: open ? (wishes[0] ?? which.when) : (which.when ?? wishes[0] ?? null),
  }
}

/** The times of the words, read with the text round them where they are part of a longer time. */
function timesAt(text: string, words: string | null, reading: Reading): Times {
  const found = said(text, words)
  if (!found) return { wishes: [], lengths: [], bounds: null, recurrence: null }
  const [from, to] = found.span
  const whole = readWhen(text, reading).filter(({ span }) => span[0] < to && from < span[1])
  return whole.length > 0
    ? readTimes(text, whole, reading.nowMs)
    : readTimes(found.words, readWhen(found.words, reading), reading.nowMs)
}

/** Somebody a model pointed at: a member or an address where the words are one, else a name to be looked up. */
function personAt(text: string, words: string, { members }: Reading): Named[] {
  const found = said(text, words)
  if (!found) return []
  const span: [number, number] = [...found.span]
  const [known] = readKnown(sheetOf(found.words), members)
  return [{ words: known?.words ?? tidy(found.words), span, address: known?.address ?? null, role: 'table' }]
}

/** Those the rules are sure of, and those the model adds in the place of the others. */
const merged = (before: readonly Named[], pointed: readonly Named[]): Named[] => {
  const sure = before.filter(({ address }) => address !== null)
  const more = pointed.filter(({ address, words }) =>
    sure.every((one) => (address === null ? one.words.toLowerCase() !== words.toLowerCase() : one.address !== address)),
  )
  return [...sure, ...more]
}

/** A message is read in its own language where one can tell it. */
const localeOf = (text: string, { locale }: Reading): string => {
  const tongue: Language | null = tongueOf(text)
  return tongue && tongue !== 'en' ? tongue : locale
}

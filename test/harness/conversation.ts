import { DateTime } from 'luxon'
import type { LineResult } from '../../src/cli/run.ts'
import type { Random } from './random.ts'
import type { Line } from './runner.ts'

/** Plays one line, and says what it came to. */
export type Send = (line: Line) => Promise<LineResult>

const MEMBERS = ['mia', 'lee', 'sam', 'priya']
const NAMES: Record<string, string> = { mia: 'Mia', lee: 'Lee', sam: 'Sam', priya: 'Priya' }
const GUESTS = ['jo@acme.io', 'pat@zeta.io', 'kim@orbit.example']
const DAYS = ['Tuesday', 'Wednesday', 'Thursday', 'Friday']
const HOURS = ['9am', '10am', '11am', '2pm', '3pm', '4pm']
const LENGTHS = ['30 min', '45 min', '1 hour']

/** Monday, in the week of which everything happens. */
const START = DateTime.fromISO('2026-11-23T08:00:00Z', { setZone: true })

/** What is known of a conversation while it is made up. */
interface Known {
  random: Random
  /** Ids of open flags. */
  flags: string[]
  /** Members with an open question, and how many choices it has. */
  asked: Map<string, number>
  /** Meetings that were asked for, as their organizer calls them. */
  meetings: { person: string; name: string }[]
}

/**
 * Makes up a working day of a team with one desk and plays it: bookings with members and guests, moves, cancels, answers
 * to questions, flags decided (often by two people), undo, reminders, hours that pass.
 * @param send plays a line on the desk that is never killed; what it answers steers what is said next
 * @returns the lines, in order; played again on another desk they lead to the same state
 */
export async function makeConversation(random: Random, count: number, send: Send): Promise<Line[]> {
  const known: Known = { random, flags: [], asked: new Map(), meetings: [] }
  const lines: Line[] = []
  let at = START
  while (lines.length < count) {
    at = at.plus({ minutes: random.int(1, 12), ...(random.chance(0.08) && { hours: random.int(2, 30) }) })
    for (const said of nextWords(known)) {
      const line = { id: `m${lines.length + 1}`, at: at.toUTC().toISO() ?? '', ...said }
      lines.push(line)
      learn(known, line, await send(line))
    }
  }
  return lines
}

function nextWords(known: Known): object[] {
  const { random, flags, asked, meetings } = known
  const waiting = [...asked.keys()]
  if (waiting.length > 0 && random.chance(0.6)) return [answer(known, random.pick(waiting))]
  if (flags.length > 0 && random.chance(0.6)) return decisions(known)
  if (meetings.length > 0 && random.chance(0.25)) return [change(random, random.pick(meetings))]
  if (random.chance(0.06)) return [{ tick: true }]
  if (random.chance(0.1)) return [guest(random)]
  return [request(known)]
}

function answer({ random, asked }: Known, person: string): object {
  const choices = asked.get(person) ?? 0
  asked.delete(person)
  const words = choices > 0 ? String(random.int(1, Math.min(3, choices))) : random.pick(['yes', 'no', 'Friday at 2pm'])
  return from(person, random.chance(0.8) ? words : random.pick(['yes', 'no', 'never mind', 'the second one']))
}

/** One press, or two at once by two people, or one by somebody who may not. */
function decisions({ random, flags }: Known): object[] {
  const flag = random.pick(flags)
  const press = (id: string) => ({
    from: { kind: 'member', id },
    decide: { flag, verb: random.pick(['approve', 'approve', 'approve', 'decline', 'take_over', 'snooze']) },
  })
  if (random.chance(0.15)) return [press('priya')]
  const people = random.chance(0.5) ? ['mia', 'lee'] : [random.pick(['mia', 'lee'])]
  flags.splice(flags.indexOf(flag), 1)
  return people.map(press)
}

function change(random: Random, { person, name }: Known['meetings'][number]): object {
  const other = `${random.pick(DAYS)} at ${random.pick(HOURS)}`
  return from(person, random.pick([`move my ${name} to ${other}`, `cancel my ${name}`, 'undo']))
}

const guest = (random: Random): object => ({
  from: { kind: 'client', id: 'jo', name: 'Jo Park', email: 'jo@acme.io' },
  text: `can we meet with Mia on ${random.pick(DAYS)} at ${random.pick(HOURS)}?`,
})

function request({ random, meetings }: Known): object {
  const person = random.pick(MEMBERS)
  const other = NAMES[random.pick(MEMBERS.filter((one) => one !== person))] ?? ''
  const [day, hour] = [random.pick(DAYS), random.pick(HOURS)]
  if (random.chance(0.55)) {
    meetings.push({ person, name: `${hour} on ${day}` })
    const who = random.pick([other, random.pick(GUESTS)])
    return from(person, `book ${random.pick(LENGTHS)} with ${who} on ${day} at ${hour}`)
  }
  const texts = [
    `book time with ${other}`,
    `book time with ${random.pick(GUESTS)}`,
    `cancel my meeting with ${other}`,
    'undo',
    `remind me to send the deck on ${day} at ${hour}`,
    `block ${day} ${hour} for an hour of focus`,
    'thanks!',
    'what is on tomorrow?',
  ]
  return from(person, random.pick(texts))
}

const from = (id: string, text: string): object => ({ from: { kind: 'member', id }, text })

function learn(known: Known, line: Line, result: LineResult): void {
  const speaker = line.from as { kind: string; id: string } | undefined
  for (const task of [...result.also.flatMap((one) => one.tasks), ...result.tasks]) {
    if (task.flag && task.status === 'waiting_human') known.flags.push(task.flag.id)
    if (task.question && speaker?.kind === 'member') known.asked.set(speaker.id, task.question.choices.length)
  }
}

import { HOUR_MS } from '#kernel/units.ts'
import type { Window } from '#policy/spans.ts'
import type { Request } from '../request.ts'
import { type Facts, isMember, nameOf, type SchedulingPolicy } from './facts.ts'
import type { Energy } from './search.ts'

/** What is to be put into the calendar, whenever that will be. */
export interface Meeting {
  readonly title: string
  readonly location: string | null
  readonly lengthMs: number
  readonly bufferBeforeMs: number
  readonly bufferAfterMs: number
  readonly energy: Energy | null
  readonly external: boolean
  readonly meal: boolean
  /** When in the day such a meeting is had, where its kind says so. */
  readonly usual: Window | null
}

/** Meals, with the part of the day in which they are had; null: any time. */
const MEALS: ReadonlyMap<string, Window | null> = new Map([
  ['breakfast', { fromMinute: 7 * 60, toMinute: 10 * 60 }],
  ['brunch', { fromMinute: 10 * 60, toMinute: 14 * 60 }],
  ['lunch', { fromMinute: 12 * 60, toMinute: 14 * 60 }],
  ['dinner', { fromMinute: 18 * 60, toMinute: 21 * 60 }],
  ['drinks', { fromMinute: 17 * 60, toMinute: 21 * 60 }],
  ['coffee', null],
])
/** A meal that names no length. */
const MEAL_LENGTH_MS = HOUR_MS

/** What the request and the policy's meeting types say about the meeting. */
export function meetingOf(request: Request, facts: Facts, policy: SchedulingPolicy): Meeting {
  const { defaults } = policy
  const type = typeOf(request, policy)
  const meal = request.type !== null && MEALS.has(request.type)
  const external = facts.guests.length > 0
  return {
    title: titleOf(request, facts),
    location: request.location,
    lengthMs: request.lengthMs ?? type?.lengthMs ?? (meal ? MEAL_LENGTH_MS : defaults.lengthMs),
    bufferBeforeMs: type?.bufferBeforeMs ?? defaults.bufferBeforeMs,
    bufferAfterMs: type?.bufferAfterMs ?? defaults.bufferAfterMs,
    energy: type?.energy ?? (external && !meal ? 'high' : null),
    external,
    meal,
    usual: (meal && MEALS.get(request.type ?? '')) || null,
  }
}

/** The policy's meeting type that the request names: `one_on_one` is said "one on one" or "1:1". */
export function typeOf(request: Pick<Request, 'type'>, policy: SchedulingPolicy) {
  return request.type === null ? undefined : policy.meetingTypes[request.type]
}

/** What was said, else what it is and with whom: "Lunch with Dave", "Mia and Sam". */
function titleOf(request: Request, facts: Facts): string {
  if (request.title) return request.title.text
  const others = [...facts.seats.map((seat) => seat.address), ...facts.guests.map((guest) => guest.address)]
    .filter((address) => address !== facts.me)
    .map((address) => firstName(nameOf(facts, address)))
  // What an outsider calls somebody nobody knows is often no name at all: "somebody of your team".
  const leftOut = isMember(facts) ? request.people.filter((person) => person.address === '' && !person.perhaps) : []
  const names = [...others, ...leftOut.map((person) => person.words)]
  if (request.type) return names.length > 0 ? `${sayType(request.type)} with ${listed(names)}` : sayType(request.type)
  const mine = isMember(facts) ? firstName(nameOf(facts, facts.me)) : nameOf(facts, facts.me)
  return names.length > 0 ? listed([mine, ...names]) : 'Meeting'
}

const firstName = (name: string): string => (name.includes('@') ? name : (name.split(' ')[0] ?? name))

function sayType(type: string): string {
  const words = type.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Names of a long table are cut: a title is read at a glance. */
const listed = (names: readonly string[]): string =>
  names.length > 4
    ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} others`
    : [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ')

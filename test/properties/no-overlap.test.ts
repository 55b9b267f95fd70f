import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compose } from '#app/compose.ts'
import { quietChannel } from '#app/quiet-channel.ts'
import { SetClock, systemRandom } from '#app/system.ts'
import { addressesOf } from '#kernel/actions/calendar-facts.ts'
import type { CalendarEvent } from '#kernel/event.ts'
import type { InboundDraft } from '#kernel/inbound.ts'
import { loadPolicy } from '#policy/policy.ts'
import type { Calendar } from '#ports/calendar.ts'
import { silentLog } from '#ports/log.ts'
import { actionsSince } from '#store/actions/action-rows.ts'
import { TEAM_POLICY, tempHome } from '../harness/home.ts'
import { Random } from '../harness/random.ts'

const AT_MS = Date.parse('2026-11-23T08:00:00Z')
const MEMBERS = ['mia', 'lee', 'sam', 'priya']
const NAMES = ['Mia', 'Lee', 'Sam', 'Priya']
const DAYS = ['tomorrow', 'on Wednesday', 'on Thursday', 'on Friday']
/** Conversations side by side: members and clients, each in one of their own. */
const SPEAKERS = 100

/** A calendar whose every answer takes a random number of turns of the event loop, so that every run interleaves anew. */
function jittered(calendar: Calendar, random: Random): Calendar {
  const pause = async () => {
    for (let turns = random.int(0, 3); turns > 0; turns--) await new Promise((resolve) => setImmediate(resolve))
  }
  return new Proxy(calendar, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown
      if (typeof value !== 'function') return value
      return async (...args: unknown[]) => {
        await pause()
        const answer: unknown = await value.apply(target, args)
        await pause()
        return answer
      }
    },
  })
}

/** What one speaker writes next: bookings, searches, picks from an offer, moves and cancellations for the same few days. */
function nextText(random: Random, speaker: number): string {
  const who = random.pick(NAMES)
  const when = `${random.pick(DAYS)} at ${random.int(9, 16)}:${random.pick(['00', '15', '30', '45'])}`
  const inside = speaker < MEMBERS.length * 5
  const kinds = inside
    ? [`book 30 min with ${who} ${when}`, `block ${when} for 45 min`, `find 30 min with ${who} ${random.pick(DAYS)}`]
    : [`can we meet with ${who} ${when}?`, `can we talk ${random.pick(DAYS)}?`]
  return random.pick([...kinds, ...kinds, '1', '2', `please move it to ${when}`, 'cancel it'])
}

function eventFrom(random: Random, speaker: number, number: number): InboundDraft {
  const member = MEMBERS[speaker % MEMBERS.length] ?? 'mia'
  const inside = speaker < MEMBERS.length * 5
  return {
    id: `m${number}`,
    channel: 'console',
    conversation: `c${speaker}`,
    kind: 'message',
    from: inside
      ? { kind: 'member', id: member }
      : { kind: 'client', id: `c${speaker}`, name: `Client ${speaker}`, email: `c${speaker}@acme.io` },
    text: nextText(random, speaker),
    atMs: AT_MS,
  }
}

const overlaps = (a: CalendarEvent, b: CalendarEvent): boolean => a.start < b.end && b.start < a.end

/** Pairs of events that take the same person's time at once, though they never said that they may. */
function clashes({ events, anyway }: Played, member: string): string[] {
  const address = `${member}@northwind.example`
  const own = events.filter(
    (event) =>
      event.status !== 'cancelled' &&
      addressesOf(event).includes(address) &&
      event.attendees.find((one) => one.address === address)?.reply !== 'declined',
  )
  return own.flatMap((event, at) =>
    own
      .slice(at + 1)
      .filter((other) => overlaps(event, other) && ![event, other].some(({ id }) => anyway.has(`${member} ${id}`)))
      .map((other) => `${address}: ${event.title} ${event.start} and ${other.title} ${other.start}`),
  )
}

interface Played {
  events: readonly CalendarEvent[]
  /** `<member> <event>`: who answered "book anyway" for what. */
  anyway: ReadonlySet<string>
}

async function play(seed: number, requests: number): Promise<Played> {
  const random = new Random(seed)
  const policy = loadPolicy(TEAM_POLICY)
  const composition = await compose({
    home: { ...tempHome(), checkpoints: ':memory:' },
    clock: new SetClock(AT_MS),
    random: systemRandom,
    log: silentLog,
    policy: () => policy,
    channels: [quietChannel('console')],
    alarms: false,
    calendar: (embedded) => jittered(embedded, random),
  })
  const contacts = Array.from({ length: SPEAKERS }, (_, at) => `c${at},Client ${at},c${at}@acme.io`)
  await composition.local.importers.contacts({
    file: 'contacts.csv',
    zone: 'Europe/London',
    open: async function* () {
      yield ['id,name,email', ...contacts, ''].join('\r\n')
    },
  })
  await composition.desk.start()
  await Promise.all(
    Array.from({ length: requests }, (_, number) =>
      composition.desk.receive(eventFrom(random, random.int(0, SPEAKERS - 1), number)),
    ),
  )
  await composition.desk.drain()
  const events = await composition.local.calendar.list({ fromMs: AT_MS, toMs: AT_MS + 14 * 86_400_000 })
  const done = await composition.sql.read(() => actionsSince(0, requests))
  await composition.close()
  const anyway = done.filter((action) => action.args.overlap === true)
  return { events, anyway: new Set(anyway.map((action) => `${action.principal} ${action.record}`)) }
}

test('no two events that the desk wrote take the same person at once, however a thousand requests interleave', async () => {
  const played = await play(20_261_123, 1000)
  expect(played.events.length).toBeGreaterThan(60)
  expect(MEMBERS.flatMap((member) => clashes(played, member))).toEqual([])
}, 120_000)

test('the same for other crowds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), async (seed) => {
      const played = await play(seed, 150)
      expect(MEMBERS.flatMap((member) => clashes(played, member))).toEqual([])
    }),
    { numRuns: 6 },
  )
}, 120_000)

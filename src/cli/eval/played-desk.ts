import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ComposeOptions, type Composition, compose } from '#app/compose.ts'
import { openHome } from '#app/home.ts'
import { quietChannels } from '#app/quiet-channel.ts'
import { SetClock, systemRandom } from '#app/system.ts'
import type { TurnResult } from '#desk/out/result.ts'
import { SHELVES } from '#integrations/local/crm/shelf.ts'
import { linkTo } from '#kernel/actions/links.ts'
import { isAllDay } from '#kernel/event.ts'
import { checkedFields } from '#kernel/field-ops.ts'
import type { InboundDraft } from '#kernel/inbound.ts'
import { DAY_MS } from '#kernel/units.ts'
import { addressOf, memberById } from '#policy/people.ts'
import type { Calendar } from '#ports/calendar.ts'
import { silentLog } from '#ports/log.ts'
import { noModels } from '#ports/models.ts'
import type { Operation } from '#ports/sql.ts'
import { PUBLIC_BASE, policyOf, type Scenario, type SeedEvent, type Turn } from './scenario.ts'
import { createdBy, doneIn, openFlagIds } from './store-views.ts'

/** A whole desk with a scenario's world in it, that turns are said to. */
export interface PlayedDesk {
  composition: Composition
  say(turn: Turn): Promise<Pick<TurnResult, 'tasks' | 'reply'>>
  /** The id an event really has, for one as the scenario names it: a seed, or `made-1` for the first the desk made. */
  idOf(name: string): string
  close(): Promise<void>
}

/** Opens the desk of a scenario: its policy, its contacts, its events, its clock; with rules alone unless models are given. */
export async function playedDesk(
  scenario: Scenario,
  { models = noModels, readerFor, provider }: Pick<ComposeOptions, 'models' | 'readerFor' | 'provider'> = {},
): Promise<PlayedDesk> {
  const policy = policyOf(scenario)
  const folder = mkdtempSync(join(tmpdir(), 'scenario-'))
  const clock = new SetClock(Date.parse(scenario.clock))
  const settled: TurnResult[] = []
  const addressFor = (who: string): string => {
    const member = memberById(policy, who)
    return member ? addressOf(member) : who
  }
  const composition = await compose({
    home: { ...openHome(folder), checkpoints: ':memory:' },
    clock,
    random: systemRandom,
    log: silentLog,
    policy: () => policy,
    channels: quietChannels(),
    alarms: false,
    models,
    ...(readerFor && { readerFor }),
    ...(provider && { provider }),
    publicBase: () => PUBLIC_BASE,
    settled: (result) => settled.push(result),
    calendar: (embedded) => unreadable(embedded, new Set(scenario.unreadable.map(addressFor))),
  })
  await composition.local.importers.calendar({
    file: scenario.id,
    zone: policy.company.timezone,
    open: () => pieces(toIcs(scenario.events, addressFor)),
  })
  await composition.sql.write(() => shelve(scenario))
  await composition.desk.start()
  let nth = 0
  const ids = idsOf(scenario.events)
  let made = 0
  return {
    composition,
    async say(turn) {
      nth++
      if (turn.at) clock.set(Date.parse(turn.at))
      await composition.desk.drain()
      settled.length = 0
      const newest = (await openFlagIds(composition)).at(-1)
      const { seq } = await composition.desk.receive(inboundOf(turn, nth, clock.nowMs(), newest))
      await composition.desk.drain()
      const result = settled.find((one) => one.seq === seq) ?? { tasks: [], reply: null }
      for (const task of result.tasks) {
        for (const record of await createdBy(composition, task.task))
          if (![...ids.values()].includes(record)) ids.set(`made-${++made}`, record)
        for (const { id, record } of await doneIn(composition, task.task)) ids.set(linkTo(id), record)
      }
      return result
    },
    idOf: (name) => ids.get(name) ?? name.replace(/^[^#]*/, (series) => ids.get(series) ?? series),
    async close() {
      await composition.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function inboundOf(turn: Turn, nth: number, atMs: number, flag: string | undefined): InboundDraft {
  const from = typeof turn.from === 'string' ? { kind: 'member' as const, id: turn.from } : turn.from
  const base = { id: `turn-${nth}`, channel: turn.channel, conversation: turn.conversation, from, atMs }
  const { subject, fields } = turn
  if (!turn.decide)
    return { ...base, kind: 'message', text: turn.text ?? '', ...(subject && { subject }), ...(fields && { fields }) }
  return {
    ...base,
    kind: 'decision',
    decision: { ...turn.decide, flag: turn.decide.flag ?? flag ?? '', verb: turn.decide.verb },
  }
}

/** A calendar in which some people's time cannot be read. */
function unreadable(calendar: Calendar, hidden: ReadonlySet<string>): Calendar {
  if (hidden.size === 0) return calendar
  return {
    name: calendar.name,
    capabilities: calendar.capabilities,
    list: (query) => calendar.list(query),
    get: (id) => calendar.get(id),
    findByKey: (key) => calendar.findByKey(key),
    create: (event, key) => calendar.create(event, key),
    update: (id, change, version) => calendar.update(id, change, version),
    remove: (id, version) => calendar.remove(id, version),
    series: (id) => calendar.series(id),
    split: (id, cut, version, key) => calendar.split(id, cut, version, key),
    rejoin: (before, version, rest) => calendar.rejoin(before, version, rest),
    busy: async (addresses, fromMs, toMs) => {
      const known = await calendar.busy(addresses, fromMs, toMs)
      return known.map((list) => (hidden.has(list.address) ? { ...list, readable: false, busy: [] } : list))
    },
  }
}

/** Ids as the scenario writes them, to ids as the calendar has them: an instance of a series is named by its start. */
function idsOf(events: readonly SeedEvent[]): Map<string, string> {
  return new Map(events.map((event) => [event.id, event.series ? `${event.series}#${event.start}` : event.id]))
}

function toIcs(events: readonly SeedEvent[], addressFor: (who: string) => string): string {
  const firsts = events.filter(
    (event, at) => !event.series || events.findIndex((one) => one.series === event.series) === at,
  )
  const lines = firsts.flatMap((event) =>
    vevent(
      event,
      event.recurrence
        ? [`RRULE:${event.recurrence}`]
        : ruleOf(events.filter((one) => event.series && one.series === event.series)),
      addressFor,
    ),
  )
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Nightdesk//scenarios//EN', ...lines, 'END:VCALENDAR', ''].join(
    '\r\n',
  )
}

/** The rule behind the instances of a series: weekly, or on every working day until the last one. */
function ruleOf(instances: readonly SeedEvent[]): string[] {
  const [first, second] = instances
  if (!first || !second) return []
  const until = (instances.at(-1) ?? second).start.replace(/[-:]/g, '')
  const weekly = Date.parse(second.start) - Date.parse(first.start) === 7 * DAY_MS
  return [`RRULE:FREQ=WEEKLY;${weekly ? '' : 'BYDAY=MO,TU,WE,TH,FR;'}UNTIL=${until}`]
}

function vevent(event: SeedEvent, rule: readonly string[], addressFor: (who: string) => string): string[] {
  const stamp = (moment: string): string => moment.replace(/[-:]/g, '')
  const text = (value: string): string => value.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n')
  const reply: Record<string, string> = {
    accepted: 'ACCEPTED',
    declined: 'DECLINED',
    tentative: 'TENTATIVE',
    needs_action: 'NEEDS-ACTION',
  }
  const value = isAllDay(event) ? ';VALUE=DATE' : ''
  return [
    'BEGIN:VEVENT',
    `UID:${event.series ?? event.id}`,
    'DTSTAMP:20260101T000000Z',
    `DTSTART${value}:${stamp(event.start)}`,
    `DTEND${value}:${stamp(event.end)}`,
    ...(event.recurrence ? [`X-NIGHTDESK-ZONE:${event.zone}`] : []),
    ...rule,
    `SUMMARY:${text(event.title)}`,
    ...(event.location ? [`LOCATION:${text(event.location)}`] : []),
    `ORGANIZER:mailto:${addressFor(event.by)}`,
    ...event.with.map(
      (who) => `ATTENDEE;PARTSTAT=${reply[event.replies[who] ?? 'accepted']}:mailto:${addressFor(who)}`,
    ),
    `TRANSP:${event.shows === 'free' ? 'TRANSPARENT' : 'OPAQUE'}`,
    `STATUS:${event.status.toUpperCase()}`,
    ...(event.kind === 'event' ? [] : [`X-NIGHTDESK-KIND:${event.kind}`]),
    'END:VEVENT',
  ]
}

/** Contacts of the scenario, and every client who speaks in it: a client is somebody on file. */
function contactsOf({ contacts, turns }: Scenario): { id: string; fields: Record<string, unknown> }[] {
  const speakers = turns.flatMap(({ from }) => {
    if (typeof from === 'string' || from.kind !== 'client') return []
    const { id, name = id, email, phone } = from
    return [{ id, name, emails: email ? [email] : [], phones: phone ? [phone] : [], status: 'client' }]
  })
  const known = new Map([...speakers, ...contacts].map((one) => [one.id, one]))
  return [...known.values()].map(({ id, ...fields }) => {
    const { version: _version, ...draft } = { version: '', ...fields }
    return { id, fields: draft }
  })
}

/** Puts the records of a scenario on file under their own ids. */
function* shelve(scenario: Scenario): Operation<void> {
  for (const { id, fields } of contactsOf(scenario)) yield* SHELVES.contact.add(id, checkedFields('contact', fields))
  const { accounts, deals, leads, activities } = scenario
  const seeds = { account: accounts, deal: deals, lead: leads, activity: activities }
  for (const kind of ['account', 'deal', 'lead', 'activity'] as const)
    for (const { id, ...fields } of seeds[kind]) yield* SHELVES[kind].add(id, checkedFields(kind, fields))
}

async function* pieces(text: string): AsyncGenerator<string> {
  yield text
}

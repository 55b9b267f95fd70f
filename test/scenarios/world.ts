import { z } from 'zod'
import { readReply } from '#integrations/local/ics/reply.ts'
import { addressesOf } from '#kernel/actions/calendar-facts.ts'
import { CalendarEvent, EventDraft, isAllDay, type SeriesChange } from '#kernel/event.ts'
import type { Language } from '#kernel/language.ts'
import type { Pack } from '#kernel/pack.ts'
import { Principal } from '#kernel/principal.ts'
import { FieldOp } from '#kernel/record.ts'
import type { RulingDraft } from '#kernel/ruling.ts'
import { toMs } from '#kernel/time.ts'
import { DAY_MS } from '#kernel/units.ts'
import { tongueOf } from '#language/tongue.ts'
import { addressOf, isOutOfHours, memberById } from '#policy/people.ts'
import type { Policy } from '#policy/policy.ts'
import type { AgentInput, AgentOutput, Scope } from '#ports/agent.ts'
import type { Lookups, RecentAction } from '#ports/lookups.ts'
import { PUBLIC_BASE, policyOf, type Scenario, type SeedEvent, type Turn } from '../../src/cli/eval/scenario.ts'
import { reachIn } from './reach.ts'
import { recordsOf } from './records.ts'
import { cut, expanded } from './series.ts'

/** A compiled agent graph, as far as playing it and watching its path goes. */
export interface StreamedGraph {
  stream(
    input: AgentInput,
    options: { configurable: { scope: Scope }; streamMode: ['updates', 'values'] },
  ): Promise<AsyncIterable<[mode: string, chunk: unknown]>>
}

interface Said {
  readonly output: AgentOutput
  readonly path: readonly string[]
}

/** A world of plain lists for tests: it answers the lookups and does at once what the agent proposes. */
export function worldOf(scenario: Scenario, { graph, pack }: { graph: StreamedGraph; pack: Pack }) {
  const policy = policyOf(scenario)
  const addressFor = (who: string) => {
    const member = memberById(policy, who)
    return member ? addressOf(member) : who
  }
  let events = scenario.events.map((seed) => eventOf(seed, addressFor))
  const records = recordsOf(scenario, policy, () => nowMs)
  const given: { owner: string; atMs: number }[] = []
  const agreed = new Set<string>()
  let nowMs = toMs(scenario.clock)
  let made = 0
  const recent = new Map<string, RecentAction[]>()
  const languages = new Map<string, Language>()
  const waiting = new Map<string, { request: unknown; output: AgentOutput }>()

  function lookups(principal: Principal, conversation: string): Lookups {
    const inside = principal.kind === 'member'
    const own = principal.email ?? ''
    const people = policy.people.map((person) => ({
      kind: 'member' as const,
      id: person.id,
      name: person.name,
      address: addressOf(person),
      zone: person.timezone,
    }))
    const visible = (event: CalendarEvent) => inside || sits(event, own)
    return {
      'people.members': async () => people,
      'people.find': async (words) => {
        const wanted = words.toLowerCase()
        const found = people.filter((person) => person.name.toLowerCase().split(' ').includes(wanted))
        if (found.length > 0 || !inside) return found
        return scenario.contacts
          .filter((one) => `${one.name} ${one.emails.join(' ')}`.toLowerCase().includes(wanted))
          .map((one) => ({
            kind: 'contact',
            id: one.id,
            name: one.name ?? '',
            address: one.emails[0] ?? '',
            zone: policy.company.timezone,
          }))
      },
      'calendar.events': async ({ fromMs, toMs: endMs }) =>
        expanded(events).filter(
          (event) =>
            visible(event) &&
            event.status !== 'cancelled' &&
            spanOf(event).startMs < endMs &&
            spanOf(event).endMs > fromMs,
        ),
      'calendar.event': async (id) =>
        [...events, ...expanded(events)].find((event) => event.id === id && visible(event)) ?? null,
      'calendar.busy': async ({ addresses }) =>
        addresses.map((address) => ({
          address,
          readable: !scenario.unreadable.map(addressFor).includes(address) && principal.assurance === 'verified',
          busy: inside
            ? []
            : expanded(events)
                .filter((event) => sits(event, address) && event.status === 'confirmed' && event.shows === 'busy')
                .map((event) => ({ ...spanOf(event), firm: !isAllDay(event) || event.kind !== 'event' })),
        })),
      'calendar.holds': async () => [],
      'calendar.places': async ({ addresses }) =>
        events
          .filter((event) => event.kind === 'working_location' && event.status !== 'cancelled')
          .flatMap((event) =>
            addresses
              .filter((address) => sits(event, address))
              .map((address) => ({
                address,
                from: event.start,
                to: event.end,
                zone: event.zone,
                city: event.location?.toLowerCase() ?? null,
              })),
          ),
      ...records.lookups(principal, conversation),
      'reach.of': async (id) => {
        const contact = inside ? records.of.contact.find((one) => one.id === id) : undefined
        return contact ? reachIn({ scenario, policy, nowMs, agreed }, contact) : null
      },
      'lead.assigned': async () => given,
      'team.now': async () =>
        policy.people.map((person) => ({
          id: person.id,
          working: !isOutOfHours(person, nowMs),
          leadsToday: given.filter((one) => one.owner === person.id && nowMs - one.atMs < DAY_MS).length,
        })),
      'links.base': async () => PUBLIC_BASE,
      'invitation.reply': async (text) => readReply(text),
      'history.written': async () => ({}),
      'talk.last': async () => null,
      'history.done': async () => [],
      'history.flags': async () => [],
      'history.recent': async () => recent.get(conversation) ?? [],
      'history.of': async (record) => [...recent.values()].flat().filter((one) => one.record === record),
    }
  }

  async function say(turn: Turn, intent: string): Promise<Said> {
    if (turn.at) nowMs = toMs(turn.at)
    const heard = tongueOf(turn.text ?? '') ?? languages.get(turn.conversation) ?? 'en'
    languages.set(turn.conversation, heard)
    const principal = principalOf(turn.from, policy, heard)
    const scope: Scope<Policy> = {
      principal,
      nowMs,
      policy,
      lookups: lookups(principal, turn.conversation),
      model: null,
      pack,
      channel: turn.channel,
      conversation: turn.conversation,
      message: { channel: turn.channel, subject: turn.subject ?? null, fields: turn.fields ?? {}, atMs: nowMs },
    }
    const open = waiting.get(turn.conversation)
    const question = open?.output.ruling.type === 'ask' ? open.output.ruling.question : null
    const text = turn.text ?? ''
    const tier = 'rules'
    const input: AgentInput = question
      ? { text, intent, tier, request: open?.request ?? null, question, answer: text }
      : { text, intent, tier, request: null, question: null, answer: null }
    const path: string[] = []
    let output: AgentOutput | null = null
    for await (const [mode, chunk] of await graph.stream(input, {
      configurable: { scope },
      streamMode: ['updates', 'values'],
    })) {
      if (mode === 'updates') path.push(...Object.keys(chunk as object))
      else output = chunk as AgentOutput
    }
    if (!output) throw new Error('the graph ended without a state')
    waiting.set(turn.conversation, { request: output.request, output })
    if (output.ruling.type === 'propose' || output.ruling.type === 'ask') {
      const ids: string[] = []
      for (const action of output.ruling.actions)
        ids.push(perform({ ...action, args: linked(action.args, ids) }, turn.conversation, principal.id))
    }
    return { output, path }
  }

  function perform(
    action: { kind: string; args: Record<string, unknown>; because: string },
    conversation: string,
    by: string,
  ): string {
    const id = typeof action.args.id === 'string' ? action.args.id : `made-${++made}`
    const change = (over: Partial<CalendarEvent>) => {
      const instance = events.some((event) => event.id === id)
        ? []
        : expanded(events).filter((event) => event.id === id)
      events = [...events, ...instance].map((event) =>
        event.id === id ? CalendarEvent.parse({ ...event, ...over, version: `${event.version}+` }) : event,
      )
    }
    if (action.kind === 'calendar.create') {
      const draft = EventDraft.parse(action.args.event)
      events.push(CalendarEvent.parse({ ...draft, id, version: '1', series: null, madeBy: 'test' }))
    }
    if (action.kind === 'calendar.move') change({ start: String(action.args.start), end: String(action.args.end) })
    if (action.kind === 'calendar.cancel') change({ status: 'cancelled' })
    if (action.kind === 'calendar.update') change(action.args.change as Partial<CalendarEvent>)
    if (action.kind === 'calendar.split' || action.kind === 'calendar.end') {
      const { from, change = null } = action.args as { from: string; change?: SeriesChange }
      events = cut(events, { id, from, change }, `made-${++made}`)
    }
    if (action.kind === 'consent.record') agreed.add(`${action.args.channel} ${action.args.place}`)
    records.apply(action.kind, action.args, id, by)
    const { ops } = z.object({ ops: z.array(FieldOp).optional() }).parse(action.args)
    const owner = ownerIn(action)
    if (owner !== null) given.unshift({ owner, atMs: nowMs })
    const done = { action: `action-${id}`, kind: action.kind, record: id, because: action.because, atMs: nowMs, by }
    recent.set(conversation, [{ ...done, ...(ops && { ops }) }, ...(recent.get(conversation) ?? [])])
    return id
  }

  return { say, events: () => expanded(events), records: records.of }
}

/** Whom a write of a lead gives it to. */
function ownerIn({ kind, args }: { kind: string; args: Record<string, unknown> }): string | null {
  if (!kind.startsWith('lead.')) return null
  const { draft, ops } = z
    .object({ draft: z.object({ owner: z.string().nullish() }).optional(), ops: z.array(FieldOp).optional() })
    .parse(args)
  const owner = draft?.owner ?? ops?.find(({ path }) => path === 'owner')?.after
  return typeof owner === 'string' ? owner : null
}

/** Arguments with the ids of what the same plan made in the place of `plan:0`. */
export function linked<T>(value: T, ids: readonly string[]): T {
  const text = JSON.stringify(value).replace(/"plan:(\d+)"/g, (whole, at) => JSON.stringify(ids[Number(at)] ?? whole))
  return JSON.parse(text) as T
}

/** Everything the agent itself says in a ruling. */
export function wordsOfRuling(ruling: RulingDraft): string {
  switch (ruling.type) {
    case 'propose':
      return (ruling.notes ?? []).join(' ')
    case 'ask':
      return [ruling.question.text, ...(ruling.question.choices ?? []).map((one) => one.label)].join(' | ')
    case 'flag':
      return [ruling.headline, ruling.reply ?? ''].join(' | ')
    case 'nothing':
      return ruling.because
    default:
      return ruling.text
  }
}

const sits = (event: CalendarEvent, address: string): boolean => addressesOf(event).includes(address)

const spanOf = (event: CalendarEvent) => ({
  startMs: toMs(event.start, event.zone),
  endMs: toMs(event.end, event.zone),
})

function principalOf(from: Turn['from'], policy: Policy, language: Language): Principal {
  if (typeof from === 'string') {
    const person = memberById(policy, from)
    if (!person) throw new Error(`nobody in the policy is called ${from}`)
    const { id, name, email, timezone: zone, roles } = person
    return Principal.parse({ kind: 'member', id, name, assurance: 'verified', email, phone: null, zone, roles })
  }
  const {
    kind,
    id,
    name = null,
    email = null,
    phone = null,
    zone = policy.company.timezone,
    assurance = 'verified',
  } = from
  return { kind, id, name, assurance, email, phone, zone, roles: [], language }
}

function eventOf(seed: SeedEvent, addressFor: (who: string) => string): CalendarEvent {
  const { by, with: others, replies, ...event } = seed
  return CalendarEvent.parse({
    ...event,
    version: '1',
    madeBy: null,
    organizer: addressFor(by),
    attendees: others.map((who) => ({ address: addressFor(who), name: null, reply: replies[who] ?? 'accepted' })),
  })
}

import { addressesOf } from '#kernel/actions/calendar-facts.ts'
import type { Lead } from '#kernel/lead.ts'
import { wallDay } from '#kernel/time.ts'
import { DAY_MS } from '#kernel/units.ts'
import { isCalled } from '#language/called.ts'
import { readWhen } from '#language/when.ts'
import { approversOf, memberByAddress, memberById, workingWindowsMinutes } from '#policy/people.ts'
import type { Policy } from '#policy/policy.ts'
import type { Scope } from '#ports/agent.ts'
import type { MemberAsk } from '../request/members.ts'
import type { Ahead, TeamFacts } from '../rules/members/facts.ts'

/** How far ahead meetings with leads are looked for, and how far back a list goes at most. */
const AHEAD_MS = 30 * DAY_MS
const MOST_DAYS_BACK = 10
const CANDIDATES = 8

/** Everything that a member's words about leads need to be decided on. */
export async function gatherForTeam(ask: MemberAsk, scope: Scope<Policy>): Promise<TeamFacts> {
  const { principal, policy, nowMs, lookups } = scope
  const writing = ask.do === 'add' || ask.do === 'card'
  const all = ask.do === 'why' || ask.do === 'card' ? [] : await lookups['crm.list']('lead')
  const identity = writing
    ? await lookups['lead.identity']({
        emails: ask.people.flatMap(({ email }) => email ?? []),
        phones: ask.people.flatMap(({ phone }) => phone ?? []),
        name: ask.people[0]?.name ?? null,
        company: ask.company.name,
        domain: ask.company.domain,
      })
    : null
  return {
    nowMs,
    policy,
    asker: {
      id: principal.id,
      name: principal.name ?? principal.id,
      zone: principal.zone,
      vouched: principal.assurance === 'verified',
      approver: approversOf(policy).some(({ id }) => id === principal.id),
    },
    meant: ask.do === 'why' || ask.do === 'override' ? await meantBy(ask, scope) : [],
    all,
    identity,
    known: identity?.lead ? await lookups['crm.get']('lead', identity.lead) : null,
    team: { now: await lookups['team.now'](), assigned: await lookups['lead.assigned']() },
    ahead: ask.do === 'digest' ? await meetingsWith(all, scope) : [],
  }
}

/** The leads that the words may mean: what was chosen, what the asker calls so, who is called so; "it" is the last one spoken of. */
async function meantBy(
  ask: { who: string | null; picked: string | null },
  { lookups }: Scope<Policy>,
): Promise<Lead[]> {
  const leadOf = async (id: string) => lookups['crm.get']('lead', id)
  const picked = ask.picked === null ? null : await leadOf(ask.picked)
  if (picked) return [picked]
  if (ask.who === null) {
    for (const { record, kind } of await lookups['history.recent']()) {
      const lead = kind.startsWith('lead.') ? await leadOf(record) : null
      if (lead) return [lead]
    }
    return []
  }
  const alias = await lookups['crm.aliases'](ask.who)
  const called = alias?.kind === 'lead' && alias.own ? await leadOf(alias.id) : null
  if (called) return [called]
  const found = await lookups['crm.find']('lead', ask.who, CANDIDATES)
  return found.filter(({ person, company }) =>
    isCalled(ask.who ?? '', [person.name, person.email, person.phone, company.name, company.domain]),
  )
}

async function meetingsWith(leads: readonly Lead[], { lookups, nowMs, policy }: Scope<Policy>): Promise<Ahead[]> {
  const byAddress = new Map(
    leads.flatMap(({ id, person }) => (person.email ? [[person.email.toLowerCase(), id] as const] : [])),
  )
  if (byAddress.size === 0) return []
  const events = await lookups['calendar.events']({ fromMs: nowMs, toMs: nowMs + AHEAD_MS })
  return events.flatMap((event) => {
    const addresses = addressesOf(event)
    const members = addresses.flatMap((address) => memberByAddress(policy, address)?.name ?? [])
    return addresses.flatMap((address) => {
      const lead = byAddress.get(address)
      return lead === undefined ? [] : [{ lead, start: event.start, with: members }]
    })
  })
}

/** Where a list begins: the time the words name, else the end of the asker's last working day. */
export function listBeginsMs(text: string, { principal, policy, nowMs }: Scope<Policy>): number {
  const found = readWhen(text, { nowMs, zone: principal.zone, locale: 'en' }).find(
    ({ startMs }) => startMs !== null && startMs < nowMs,
  )
  if (found?.startMs) return found.startMs
  const person = memberById(policy, principal.id)
  for (let back = 1; person && back <= MOST_DAYS_BACK; back++) {
    const day = wallDay(nowMs, person.timezone, -back)
    const last = workingWindowsMinutes(person, day.weekday).at(-1)
    if (last) return day.atMinute(last.toMinute)
  }
  return nowMs - DAY_MS
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { worldOf } from '#app/world.ts'
import { lookupsFor } from '#graphs/lookups/build.ts'
import type { Principal } from '#kernel/principal.ts'
import type { LookupName, Lookups } from '#ports/lookups.ts'
import { keepAlias } from '#store/aliases/aliases.ts'
import { type PlayedDesk, playedDesk } from '../../src/cli/eval/played-desk.ts'
import { Scenario } from '../../src/cli/eval/scenario.ts'

/** Two clients with a meeting each, one meeting of the team alone, and a contact nobody meets. */
const scenario = Scenario.parse({
  id: '0.1',
  title: 'who may see what',
  clock: '2026-11-23T08:00:00Z',
  contacts: [
    { id: 'ada', name: 'Ada Quist', emails: ['ada@quist.example'] },
    { id: 'bruno', name: 'Bruno Keller', emails: ['bruno@halden.example'] },
  ],
  events: [
    {
      id: 'e-ada',
      title: 'Kitchen',
      start: '2026-11-24T10:00:00Z',
      end: '2026-11-24T10:30:00Z',
      by: 'mia',
      with: ['ada@quist.example'],
    },
    {
      id: 'e-bruno',
      title: 'Exit talks',
      start: '2026-11-24T11:00:00Z',
      end: '2026-11-24T11:30:00Z',
      by: 'mia',
      with: ['bruno@halden.example'],
    },
    {
      id: 'e-team',
      title: 'Redundancies',
      start: '2026-11-24T12:00:00Z',
      end: '2026-11-24T12:30:00Z',
      by: 'mia',
      with: ['sam'],
    },
    {
      id: 'e-away',
      title: 'Pitch at Initech, secret',
      location: 'Initech, New York',
      start: '2026-11-26',
      end: '2026-11-27',
      by: 'mia',
      kind: 'working_location',
      shows: 'free',
    },
  ],
  accounts: [{ id: 'a-acme', name: 'Acme GmbH', domains: ['acme.example'], owner: 'sam', custom: { Tier: 'gold' } }],
  deals: [{ id: 'd-acme', name: 'Web shop', account: 'a-acme', amount: '24000 EUR', stage: 'proposal' }],
  leads: [{ id: 'l-eve', person: { name: 'Eve Lind', email: 'eve@lind.example' }, conversations: ['eve-form'] }],
  activities: [
    {
      id: 'n-acme',
      kind: 'note',
      about: { kind: 'deal', id: 'd-acme' },
      at: '2026-11-20T10:00:00Z',
      text: 'In trouble',
    },
  ],
  turns: [
    { from: 'mia', text: 'book 15 min with Sam on Wednesday at 3pm', expect: {} },
    {
      from: { kind: 'client', id: 'ada', email: 'ada@quist.example' },
      conversation: 'whatsapp:ada',
      channel: 'whatsapp',
      text: 'is my slot still on?',
      expect: {},
    },
  ],
})

const all: LookupName[] = [
  'people.members',
  'people.find',
  'calendar.events',
  'calendar.event',
  'calendar.busy',
  'calendar.holds',
  'calendar.places',
  'links.base',
  'crm.get',
  'crm.find',
  'crm.list',
  'crm.byAddress',
  'crm.activities',
  'crm.fields',
  'crm.aliases',
  'crm.untidy',
  'talk.last',
  'reach.of',
  'history.written',
  'lead.mine',
  'lead.identity',
  'lead.assigned',
  'team.now',
  'history.recent',
  'history.done',
  'history.flags',
  'history.of',
  'invitation.reply',
]
const week = { fromMs: Date.parse('2026-11-25T00:00:00Z'), toMs: Date.parse('2026-11-28T00:00:00Z') }
const day = { fromMs: Date.parse('2026-11-24T00:00:00Z'), toMs: Date.parse('2026-11-25T00:00:00Z') }
const principal = (
  kind: Principal['kind'],
  assurance: Principal['assurance'],
  id: string,
  email: string,
): Principal => ({
  kind,
  assurance,
  id,
  email,
  name: id,
  phone: null,
  zone: 'Europe/London',
  roles: [],
})

/** What each kind of principal sees: titles of the day, people it can find, whether busy times are readable. */
const speakers = [
  {
    who: 'a member',
    from: principal('member', 'verified', 'mia', 'mia@northwind.example'),
    titles: ['Kitchen', 'Exit talks', 'Redundancies'],
    finds: { bruno: ['Bruno Keller'], sam: ['Sam Ortiz'] },
    busy: true,
  },
  {
    who: 'a claimed member',
    from: principal('member', 'claimed', 'mia', 'mia@northwind.example'),
    titles: [],
    finds: { bruno: [], sam: ['Sam Ortiz'] },
    busy: false,
  },
  {
    who: 'a client',
    from: principal('client', 'verified', 'ada', 'ada@quist.example'),
    titles: ['Kitchen'],
    finds: { bruno: [], sam: ['Sam Ortiz'] },
    busy: true,
  },
  {
    who: 'a claimed client',
    from: principal('client', 'claimed', 'ada', 'ada@quist.example'),
    titles: [],
    finds: { bruno: [], sam: ['Sam Ortiz'] },
    busy: false,
  },
  {
    who: 'a stranger',
    from: principal('stranger', 'verified', 'x', 'nobody@elsewhere.example'),
    titles: [],
    finds: { bruno: [], sam: ['Sam Ortiz'] },
    busy: true,
  },
  {
    who: "a stranger with a client's address",
    from: principal('stranger', 'verified', 'x', 'ada@quist.example'),
    titles: [],
    finds: { bruno: [], sam: ['Sam Ortiz'] },
    busy: true,
  },
]

let desk: PlayedDesk
beforeAll(async () => {
  desk = await playedDesk(scenario)
  for (const turn of scenario.turns) await desk.say(turn)
  const alias = { words: 'Akme!', kind: 'account' as const, id: 'a-acme', by: 'mia' }
  await desk.composition.sql.write(() => keepAlias(alias, 0))
})
afterAll(() => desk.close())

const lookupsOf = (from: Principal, conversation = 'main'): Lookups =>
  lookupsFor(worldOf(desk.composition.context), { principal: from, conversation, task: 't' }, all)

describe.each(speakers)('$who', ({ from, titles, finds, busy }) => {
  test('sees these meetings', async () => {
    const seen = await lookupsOf(from)['calendar.events'](day)
    expect(seen.map((event) => event.title).sort()).toEqual([...titles].sort())
  })

  test('opens these meetings by id, and no other', async () => {
    const opened = await Promise.all(['e-ada', 'e-bruno', 'e-team'].map((id) => lookupsOf(from)['calendar.event'](id)))
    expect(opened.flatMap((event) => event?.title ?? []).sort()).toEqual([...titles].sort())
  })

  test('finds these people', async () => {
    for (const [words, names] of Object.entries(finds))
      expect((await lookupsOf(from)['people.find'](words)).map((one) => one.name)).toEqual(names)
  })

  test('reads busy times of members only where it is who it says, and never of a client', async () => {
    const lists = await lookupsOf(from)['calendar.busy']({
      ...day,
      addresses: ['mia@northwind.example', 'bruno@halden.example'],
    })
    expect(lists.map((list) => list.readable)).toEqual([busy, false])
    expect(JSON.stringify(lists)).not.toContain('Exit talks')
    const holds = await lookupsOf(from)['calendar.holds']({ ...day, addresses: ['bruno@halden.example'] })
    expect(holds).toEqual([])
  })

  test('learns no more of where members are than the city and its clock', async () => {
    const asked = { ...week, addresses: ['mia@northwind.example', 'bruno@halden.example'] }
    const days = [
      {
        address: 'mia@northwind.example',
        from: '2026-11-26',
        to: '2026-11-27',
        zone: 'Europe/London',
        city: 'new york',
      },
    ]
    expect(await lookupsOf(from)['calendar.places'](asked)).toEqual(busy ? days : [])
  })

  test('knows the team by name', async () => {
    expect((await lookupsOf(from)['people.members']()).map((one) => one.id)).toEqual(['mia', 'sam', 'priya'])
  })

  test('sees these records, and no other', async () => {
    const look = lookupsOf(from)
    const member = from.kind === 'member' && from.assurance === 'verified'
    const self = from.kind === 'client' && from.assurance === 'verified'
    const contacts = await Promise.all(['ada', 'bruno'].map((id) => look['crm.get']('contact', id)))
    const reached = await Promise.all(['ada@quist.example', 'bruno@halden.example'].map(look['crm.byAddress']))
    for (const seen of [contacts, reached])
      expect(seen.flatMap((one) => one?.id ?? [])).toEqual(member ? ['ada', 'bruno'] : self ? ['ada'] : [])
    const found = await Promise.all([
      look['crm.get']('deal', 'd-acme'),
      look['crm.find']('account', 'acme', 5),
      look['crm.list']('lead'),
      look['crm.activities']({ kind: 'deal', id: 'd-acme' }),
      look['crm.fields']('account'),
    ])
    expect(found.map((one) => (Array.isArray(one) ? one.length > 0 : one !== null))).toEqual(found.map(() => member))
    expect(await look['crm.aliases']('akme')).toEqual(
      member ? { kind: 'account', id: 'a-acme', own: from.id === 'mia' } : null,
    )
    expect((await look['history.of']('d-acme')).length).toBe(0)
    const untidy = (await look['crm.untidy'](null)).map(({ what, id }) => `${what} ${id}`)
    expect(untidy).toEqual(member ? ['no_close_date d-acme', 'no_next_step d-acme'] : [])
    expect(Object.keys(await look['history.written']('account'))).toEqual([])
    expect((await look['talk.last']('ada', 'whatsapp'))?.said[0]?.text).toEqual(
      member ? 'is my slot still on?' : undefined,
    )
    expect(await look['talk.last']('ada', 'slack')).toBeNull()
    expect(await look['talk.last']('bruno', null)).toBeNull()
    expect((await look['reach.of']('ada'))?.contact).toEqual(member ? 'ada' : undefined)
    expect(await look['reach.of']('nobody')).toBeNull()
  })

  test('has no lead but its own, and says of others only that they are there', async () => {
    expect(await lookupsOf(from)['lead.mine']()).toBeNull()
    const named = { emails: ['eve@lind.example'], phones: [], name: null, company: 'ACME', domain: null }
    expect(await lookupsOf(from)['lead.identity'](named)).toEqual({
      lead: 'l-eve',
      contact: null,
      account: { id: 'a-acme', owner: 'sam' },
    })
  })

  test('hears what was done for everybody, and what was asked of people, only as a member', async () => {
    const window = { fromMs: 0, toMs: Date.parse('2027-01-01T00:00:00Z') }
    const member = from.kind === 'member' && from.assurance === 'verified'
    expect((await lookupsOf(from)['history.done'](window)).length > 0).toBe(member)
    expect(member || (await lookupsOf(from)['history.flags'](window)).length === 0).toBe(true)
  })

  test('remembers its own conversation and no other', async () => {
    expect(await lookupsOf(from)['history.recent']()).toHaveLength(1)
    expect(await lookupsOf(from, 'elsewhere')['history.recent']()).toEqual([])
  })
})

test('a lead is found by whoever speaks in its conversation or has its address, and by nobody else', async () => {
  const eve = principal('stranger', 'claimed', 'eve@lind.example', 'eve@lind.example')
  const other = principal('stranger', 'verified', 'whatsapp:+4915112345678', 'other@lind.example')
  const ids = await Promise.all([
    lookupsOf(eve)['lead.mine'](),
    lookupsOf(other)['lead.mine'](),
    lookupsOf(other, 'eve-form')['lead.mine'](),
  ])
  expect(ids.map((lead) => lead?.id ?? null)).toEqual(['l-eve', null, 'l-eve'])
})

test('who is at work is told by hours, public holidays and absences', async () => {
  const { clock } = desk.composition.context
  const working = async (at: string) => {
    const world = { ...worldOf(desk.composition.context), clock: { nowMs: () => Date.parse(at) } }
    const asker = { principal: principal('stranger', 'verified', 'x', 'x@x.example'), conversation: 'c', task: 't' }
    const now = await lookupsFor(world, asker, all)['team.now']()
    return now.filter((one) => one.working).map((one) => one.id)
  }
  expect(await working('2026-11-23T10:00:00Z')).toEqual(['mia', 'sam'])
  expect(await working('2026-11-23T21:00:00Z')).toEqual(['priya'])
  expect(await working('2026-11-22T10:00:00Z')).toEqual([])
  expect(clock.nowMs()).toBe(Date.parse(scenario.clock))
})

test('a lookup that the contract does not name throws', () => {
  const from = principal('member', 'verified', 'mia', 'mia@northwind.example')
  const few = lookupsFor(worldOf(desk.composition.context), { principal: from, conversation: 'main', task: 't' }, [
    'people.members',
  ])
  expect(() => few['calendar.events']).toThrow(/does not name the lookup calendar.events/)
})

test('every lookup there is stands in this suite', () => {
  const from = principal('member', 'verified', 'mia', 'mia@northwind.example')
  const names = Object.keys(
    lookupsFor(worldOf(desk.composition.context), { principal: from, conversation: 'main', task: 't' }, all),
  )
  expect(names.sort()).toEqual([...all].sort())
})

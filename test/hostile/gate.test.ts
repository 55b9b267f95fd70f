import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgePlan } from '#desk/act/judge.ts'
import { ACTIONS, type AnyAction } from '#kernel/actions/catalogue.ts'
import type { ActionContext } from '#kernel/actions/definition.ts'
import { checkedFields } from '#kernel/field-ops.ts'
import type { Principal } from '#kernel/principal.ts'
import { parsePolicy } from '#policy/policy.ts'
import { PRINCIPALS } from '../harness/hostile/people.ts'
import { beyondReach } from '../harness/hostile/reach.ts'
import { worstOf } from '../harness/hostile/worst.ts'
import { ANSWERS, PATIENCE_MS, SEED } from './size.ts'

const policy = parsePolicy(
  `version: 1
company: {name: Northwind, timezone: Europe/London, currency: EUR}
people:
  - {id: mia, name: Mia Chen, email: mia@northwind.example, roles: [founder, approver]}
  - {id: sam, name: Sam Reed, email: sam@northwind.example}
`,
  { file: 'policy.yaml' },
)
const TEAM = new Set(['mia@northwind.example', 'sam@northwind.example'])
const CLIENTS = new Set(['ada@quist.example', 'bruno@halden.example'])

const meeting = (id: string, guest: string) => ({
  id,
  version: '1',
  title: 'Review',
  start: '2026-11-24T10:00:00Z',
  end: '2026-11-24T10:30:00Z',
  zone: 'Europe/London',
  organizer: 'mia@northwind.example',
  attendees: [{ address: guest, name: null, reply: 'accepted' }],
  location: null,
  description: null,
  kind: 'event',
  shows: 'busy',
  status: 'confirmed',
  recurrence: null,
  series: null,
  madeBy: null,
})
const RECORDS: Readonly<Record<string, readonly unknown[]>> = {
  calendar: [meeting('e-ada', 'ada@quist.example'), meeting('e-bruno', 'bruno@halden.example')],
  contact: ['ada', 'bruno'].map((id) => ({ id, version: '1', ...checkedFields('contact', { name: id }) })),
  lead: ['l-mine', 'l-eve'].map((id) => ({ id, version: '1', ...checkedFields('lead', {}) })),
  deal: [
    {
      id: 'd-acme',
      version: '1',
      ...checkedFields('deal', { name: 'Shop', stage: 'lead', amountMinor: 100, currency: 'EUR' }),
    },
  ],
  account: [{ id: 'a-acme', version: '1', ...checkedFields('account', { name: 'Acme' }) }],
  activity: [],
}

const contextOf = (principal: Principal): ActionContext => ({
  principal,
  own: [principal.email, principal.phone, principal.id].flatMap((one) => (one ? [one.toLowerCase()] : [])),
  party: (address) =>
    TEAM.has(address) ? 'member' : CLIENTS.has(address) && principal.assurance === 'verified' ? 'client' : 'unknown',
  nameOf: (address) => address,
  ownLeads: new Set(principal.kind === 'member' ? [] : ['l-mine']),
  stages: policy.crm.stages,
  nowMs: Date.parse('2026-11-23T09:00:00Z'),
  zone: 'Europe/London',
})

/** What a hostile agent may name: everything there is. */
const MEANT = {
  id: fc.constantFrom('e-ada', 'e-bruno', 'ada', 'bruno', 'l-mine', 'l-eve', 'd-acme', 'a-acme'),
  version: fc.constantFrom('1', '2', ''),
  organizer: fc.constantFrom(...TEAM, ...CLIENTS, 'mallory@zzplant.example'),
  recurrence: fc.constantFrom(
    null,
    'FREQ=WEEKLY',
    'FREQ=DAILY;COUNT=0',
    'FREQ=YEARLY;BYMONTH=13',
    '<script>zz()</script>',
  ),
  address: fc.constantFrom(
    ...TEAM,
    ...CLIENTS,
    'mallory@zzplant.example',
    'jo@visitor.example',
    'mia@northwind.example ',
  ),
  zone: fc.constantFrom('Europe/London', 'Etc/UTC'),
}
const TOLD = { to: fc.constantFrom('ada', 'bruno', 'mia', '+447700900303', 'jo@visitor.example') }

const PROPOSABLE = [...ACTIONS.values()].filter(({ inverseOnly }) => !inverseOnly)
const RUNS = Math.ceil(ANSWERS.gate / (PROPOSABLE.length * PRINCIPALS.length))

/** An action of a kind as it is proposed, and the record its id was looked up to. */
function proposalOf({ kind, args, store }: AnyAction) {
  const one = RECORDS[kind.split('.')[0] ?? ''] ?? []
  const records = kind.endsWith('.merge') ? one.map((record) => ({ winner: record, loser: record })) : one
  const meant = { ...MEANT, ...(store !== 'mail' && TOLD) }
  return fc.tuple(worstOf(args, meant), fc.constantFrom(null, ...records)).map(([raw, image]) => {
    const parsed = args.safeParse(JSON.parse(JSON.stringify(raw)))
    const given = parsed.data as Record<string, unknown> | undefined
    const before =
      given && 'id' in given && image ? { ...(image as object), id: given.id, version: given.version } : image
    return { kind, args: given, before }
  })
}

test(
  'whatever is proposed for whomever, the gate lets through what they could have had by saying so',
  () => {
    let passed = 0
    for (const principal of PRINCIPALS) {
      const context = contextOf(principal)
      const { own } = context
      const theirs = new Set(['l-mine'])
      for (const definition of PROPOSABLE)
        fc.assert(
          fc.property(proposalOf(definition), ({ args, ...rest }) => {
            // What the schema refuses never reaches the gate.
            fc.pre(args !== undefined)
            const proposal = { ...rest, args }
            const [verdict] = judgePlan([proposal], { policy, context, pausedBy: null, undoing: false })
            for (const tense of ['will', 'done'] as const)
              expect(typeof definition.say(proposal.args, proposal.before, tense, context)).toBe('string')
            if (verdict?.verdict !== 'do') return
            passed++
            const beyond = beyondReach({ ...proposal, principal, own, theirs, team: TEAM })
            expect(beyond, `${principal.kind} (${principal.assurance}): ${JSON.stringify(proposal)}`).toBeNull()
          }),
          { numRuns: RUNS, seed: SEED, maxSkipsPerRun: 50 },
        )
    }
    expect(passed).toBeGreaterThan(100)
  },
  PATIENCE_MS,
)

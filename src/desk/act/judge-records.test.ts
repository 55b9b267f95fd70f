import { expect, test } from 'vitest'
import type { ActionContext } from '#kernel/actions/definition.ts'
import { checkedFields } from '#kernel/field-ops.ts'
import type { Principal } from '#kernel/principal.ts'
import type { FieldOp } from '#kernel/record.ts'
import { parsePolicy } from '#policy/policy.ts'
import { judgePlan, type Proposal, type Verdict } from './judge.ts'

const policyWith = (more = '') =>
  parsePolicy(
    `version: 1\ncompany: {name: X, timezone: Europe/London, currency: EUR}\npeople: [{id: mia, name: Mia, email: mia@x.example}]\n${more}`,
    { file: 'policy.yaml' },
  )
const member: Principal = {
  kind: 'member',
  id: 'mia',
  name: 'Mia',
  assurance: 'verified',
  email: null,
  phone: null,
  zone: 'Europe/London',
  roles: [],
}
const DEAL = {
  id: 'd1',
  version: '1',
  ...checkedFields('deal', { name: 'Acme', stage: 'proposal', amountMinor: 800_000, currency: 'EUR' }),
}
const op = (path: string, before: FieldOp['before'], after: FieldOp['after']): FieldOp => ({ path, before, after })
const update = (ops: FieldOp[], kind = 'deal', before: object = DEAL): Proposal => ({
  kind: `${kind}.update`,
  args: { id: 'd1', version: '1', ops },
  before,
})
function judged(plan: Proposal[], more: { who?: Partial<Principal>; policy?: string; own?: string[] } = {}): Verdict[] {
  const policy = policyWith(more.policy)
  const context: ActionContext = {
    principal: { ...member, ...more.who },
    own: [],
    party: () => 'unknown',
    nameOf: (address) => address,
    ownLeads: new Set(more.own ?? []),
    stages: policy.crm.stages,
    nowMs: 0,
    zone: 'Europe/London',
  }
  return judgePlan(plan, { policy, context, pausedBy: null, undoing: false })
}
const words = (verdicts: Verdict[]): string[] => verdicts.map(({ verdict, rule }) => `${verdict}: ${rule}`)

test.each([
  ['forward', [op('stage', 'proposal', 'negotiation')], 'do: crm.autonomy.stage_forward: act'],
  ['back', [op('stage', 'proposal', 'lead')], 'ask: crm.autonomy.stage_back: act_with_approval'],
  ['closed', [op('stage', 'proposal', 'closed_won')], 'ask: crm.approve_if: stage in [closed_won, closed_lost]'],
  ['a small amount', [op('amountMinor', 800_000, 900_000)], 'do: crm.autonomy.amount: act'],
  ['almost a quarter more', [op('amountMinor', 800_000, 990_000)], 'do: crm.autonomy.amount: act'],
  ['much more', [op('amountMinor', 800_000, 400_000)], 'ask: crm.approve_if: amount_change > 25%'],
  ['over the limit', [op('amountMinor', 800_000, 1_000_000)], 'ask: crm.approve_if: amount >= 10000 EUR'],
  ['another currency, no rate', [op('currency', 'EUR', 'USD')], 'ask: crm.approve_if: amount >= 10000 EUR'],
  [
    'another currency with a field',
    [op('nextStep', null, 'call'), op('owner', null, 'sam')],
    'ask: crm.autonomy.owner: act_with_approval',
  ],
  [
    'what it says already',
    [op('stage', 'lead', 'proposal'), op('owner', 'sam', null)],
    'do: fixed: no line of the policy limits it',
  ],
  [
    'a stale field',
    [op('nextStep', 'call', 'write')],
    'refuse: fixed: it was changed meanwhile, so nothing was written',
  ],
])('%s', (_what, ops, expected) => {
  expect(words(judged([update(ops)]))).toEqual([expected])
})

test('of several lines the strictest holds, and never refuses', () => {
  const both = [op('nextStep', null, 'call'), op('stage', 'proposal', 'lead')]
  expect(words(judged([update(both)], { policy: 'crm: {autonomy: {field: never}}' }))).toEqual([
    'refuse: crm.autonomy.field: never',
  ])
})

test('a limit on records counts what the whole plan changes, each once and no notes', () => {
  const many = Array.from({ length: 11 }, (_, at) => ({
    ...update([op('status', null, 'on hold')]),
    args: { id: `d${at}`, version: '1', ops: [op('status', null, 'on hold')] },
  }))
  const note = {
    kind: 'activity.create',
    args: { draft: { kind: 'note', about: { kind: 'deal', id: 'd1' }, at: '2026-11-23T09:00:00Z', text: 'x' } },
    before: null,
  }
  expect(judged([...many, note]).map(({ verdict }) => verdict)).toEqual([...many.map(() => 'ask'), 'do'])
  expect(judged([...many.slice(1), note, note]).every(({ verdict }) => verdict === 'do')).toBe(true)
})

test.each([
  ['verified', 'act', 'ask: fixed: what a client asks to have changed of themselves is looked at first'],
  ['claimed', 'act', 'refuse: fixed: only the team changes its records'],
] as const)('a %s client’s change of themselves', (assurance, _level, expected) => {
  const before = { id: 'd1', version: '1', ...checkedFields('contact', { name: 'Jo' }) }
  const who = { kind: 'client' as const, id: 'd1', assurance }
  expect(words(judged([update([op('emails', [], ['ap@kite.example'])], 'contact', before)], { who }))).toEqual([
    expected,
  ])
  const status = judged([update([op('status', null, 'vip')], 'contact', before)], { who })
  expect(status[0]?.verdict).toBe('refuse')
})

test('nobody else’s record is an outsider’s, and nobody vouches for a member’s From line', () => {
  const lead = { id: 'd1', version: '1', ...checkedFields('lead', {}) }
  const plan = [update([op('ask', null, 'a shop')], 'lead', lead)]
  const stranger = { kind: 'stranger' as const, id: 'x', assurance: 'claimed' as const }
  expect(judged(plan, { who: stranger, own: ['d1'] })[0]?.verdict).toBe('do')
  expect(judged(plan, { who: stranger })[0]?.verdict).toBe('refuse')
  expect(judged(plan, { who: { assurance: 'claimed' } })[0]?.verdict).toBe('ask')
  expect(judged([update([op('stage', 'proposal', 'lead')])], { who: stranger, own: ['d1'] })[0]?.verdict).toBe('refuse')
})

test('a lead is always written down; closing it and giving it away have their lines', () => {
  const create = (draft: object) => [
    { kind: 'lead.create', args: { draft: checkedFields('lead', draft) }, before: null },
  ]
  const policy = 'leads: {autonomy: {disqualify: never, route: act_with_approval}}'
  expect(words(judged(create({}), { policy }))).toEqual(['do: fixed: no line of the policy limits it'])
  expect(words(judged(create({ status: 'spam' }), { policy }))).toEqual(['refuse: leads.autonomy.disqualify: never'])
  expect(words(judged(create({ owner: 'mia' }), { policy }))).toEqual(['ask: leads.autonomy.route: act_with_approval'])
})

test('a part follows the record it names, and not the other way round', () => {
  const deal = (amountMinor: number): Proposal => ({
    id: 't.1',
    kind: 'deal.create',
    args: { draft: checkedFields('deal', { name: 'Kite', account: 'made:t.0', amountMinor, currency: 'EUR' }) },
    before: null,
  })
  const account = {
    id: 't.0',
    kind: 'account.create',
    args: { draft: checkedFields('account', { name: 'Kite' }) },
    before: null,
  }
  const note = {
    id: 't.2',
    kind: 'activity.create',
    args: { draft: { kind: 'note', about: { kind: 'deal', id: 'made:t.1' }, at: '2026-11-23T09:00:00Z', text: 'x' } },
    before: null,
  }
  const verdicts = (...parts: [Proposal[], string?]) =>
    judged(parts[0], { policy: parts[1] ?? '' }).map(({ verdict }) => verdict)
  expect(verdicts([account, deal(100), note])).toEqual(['do', 'do', 'do'])
  expect(verdicts([account, deal(9_600_000), note])).toEqual(['ask', 'ask', 'ask'])
  expect(verdicts([account, deal(100), note], 'crm: {autonomy: {note: act_with_approval}}')).toEqual([
    'do',
    'do',
    'ask',
  ])
})

test('a merge is asked about, whatever the policy says, and a record is put away only where the policy lets it', () => {
  const one = { id: 'a1', version: '1' }
  const before = { winner: { ...one, name: 'Acme' }, loser: { ...one, id: 'a2', name: 'ACME' } }
  const args = { winner: one, loser: { ...one, id: 'a2' }, ops: [] }
  const merge = [{ kind: 'account.merge', args, before }]
  expect(judged(merge, { policy: 'crm: {autonomy: {merge: act}}' })[0]?.verdict).toBe('ask')
  expect(words(judged([{ kind: 'deal.archive', args: one, before: { ...DEAL, version: '1' } }]))).toEqual([
    'refuse: crm.autonomy.delete: never',
  ])
})

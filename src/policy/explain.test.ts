import { expect, test } from 'vitest'
import { ACTIONS } from '#kernel/actions/catalogue.ts'
import { LEAST } from './fixture.ts'
import { autonomyOf, conditionsOf, defaultPolicy, diffPolicies, firstHeld, parsePolicy } from './policy.ts'

const parse = (text: string) => parsePolicy(LEAST + text, { file: 'policy.yaml' })

test('a level comes with its line, and with whether the file says it', () => {
  const policy = parse('scheduling: {autonomy: {internal: act}}\n')
  expect(autonomyOf(policy, 'scheduling.autonomy.internal')).toEqual({
    level: 'act',
    line: 'scheduling.autonomy.internal: act',
    isDefault: false,
  })
  expect(autonomyOf(policy, 'scheduling.autonomy.external_new')).toEqual({
    level: 'act_with_approval',
    line: 'scheduling.autonomy.external_new: act_with_approval',
    isDefault: true,
  })
})

test.each(['scheduling.autonomy.undefined', 'scheduling.defaults.length', 'scheduling.autonomy', 'constructor', ''])(
  'there is no level %s, and none is made up',
  (key) => {
    expect(() => autonomyOf(defaultPolicy(), key)).toThrow('so nothing is done')
  },
)

test('every action kind names lines the policy has', () => {
  const policy = defaultPolicy()
  for (const { kind, autonomy, approveIf, askIf } of ACTIONS.values()) {
    const TOUCHED = kind.startsWith('lead.')
      ? ['disqualify', 'route']
      : ['create', 'field', 'amount', 'stage_back', 'owner']
    for (const party of ['internal', 'external_existing_client', 'external_new'])
      for (const line of [autonomy({ party, touches: TOUCHED })].flat())
        expect(autonomyOf(policy, line).isDefault, line).toBe(true)
    for (const key of [approveIf, askIf]) if (key) expect(conditionsOf(policy, key).length).toBeGreaterThan(0)
  }
})

test('conditions come with their text; the first that holds, or is not known, is named', () => {
  const policy = parse('crm: {approve_if: ["records > 10", "amount >= 10000 EUR"]}\nrates: {USD: 0.5}\n')
  expect(conditionsOf(policy, 'crm.approve_if').map((one) => one.text)).toEqual(['records > 10', 'amount >= 10000 EUR'])
  expect(() => conditionsOf(policy, 'crm.stages')).toThrow('no conditions')
  expect(firstHeld(policy, 'crm.approve_if', { records: 1, amount: '19999 USD' })).toBeNull()
  expect(firstHeld(policy, 'crm.approve_if', { records: 1, amount: '20000 USD' })).toMatchObject({ answer: 'yes' })
  expect(firstHeld(policy, 'crm.approve_if', { records: 1, amount: '1 GBP' })).toEqual({
    text: 'amount >= 10000 EUR',
    answer: 'unknown',
    read: { amount: '1 GBP' },
  })
})

test('two policies differ in readable lines, defaults included', () => {
  const before = parse('crm: {approve_if: ["records > 10"]}\n')
  const after = parse(
    '    backup: sam\n  - {id: sam, name: Sam}\nscheduling: {autonomy: {external_new: act}}\ncrm: {approve_if: ["records > 20"]}\nbooking: {pages: {mia: {people: [mia]}}}\n',
  )
  expect(diffPolicies(before, after)).toEqual([
    'people[mia].backup: none -> sam',
    expect.stringContaining('people[sam]: none -> {id: sam, name: Sam'),
    'scheduling.autonomy.external_new: act_with_approval -> act',
    'crm.approve_if: ["records > 10"] -> ["records > 20"]',
    'booking.pages.mia: none -> {people: [mia], types: []}',
  ])
  expect(diffPolicies(before, before)).toEqual([])
})

test('a line that says what the default says is no difference', () => {
  expect(diffPolicies(parse(''), parse('approvals: {undo: 15m}\n'))).toEqual([])
})

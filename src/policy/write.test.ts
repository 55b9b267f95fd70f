import { expect, test } from 'vitest'
import { LEAST } from './fixture.ts'
import {
  appendRule,
  defaultPolicy,
  diffPolicies,
  examplePolicy,
  parsePolicy,
  removeRule,
  writePolicy,
} from './policy.ts'

const parse = (text: string) => parsePolicy(text, { file: 'policy.yaml' })
const RULE = {
  id: 'r1',
  text: 'Move internal meetings without asking: always',
  when: 'party == internal and hours_ahead > 24',
  // biome-ignore lint/suspicious/noThenProperty: the key as the policy file spells it
  then: 'act',
  scope: 'calendar.move',
  author: 'mia',
  createdAt: '2026-11-24T09:30:00Z',
} as const

test('the example is a policy, and says the defaults but for company and people', () => {
  const changed = diffPolicies(defaultPolicy(), parse(examplePolicy()))
  expect(changed.filter((line) => !/^(company|people)\b/.test(line))).toEqual(['escalation.fallback: none -> mia'])
})

test('every line of the example is explained, and those that are off work when they are turned on', () => {
  const text = examplePolicy()
  expect(text).toMatch(/ {2}# postal_address: "1 High St, London" +# required before any cold e-mail\n/)
  const on = text.replaceAll(/^( *)# ([a-z_A-Z]+: \S.*)$/gm, (line, indent: string, rest: string) =>
    line.endsWith(':') || indent === '' ? line : `${indent}${rest}`,
  )
  const policy = parse(on)
  expect(policy.people[0]).toMatchObject({ slack: 'U0123ABC', whatsapp: '+447700900123' })
  expect(policy.leads.wakeSomeone?.how).toEqual(['slack', 'whatsapp'])
  expect(policy.escalation.owners).toMatchObject({ legal: 'mia', TRUST: 'mia' })
  expect(policy.company.opsChannel).toEqual({ channel: 'slack', conversation: 'C0123ABC' })
})

test('what was answered is written so that it is read back the same', () => {
  const company = { name: 'NO: "Ltd" # 1', timezone: 'Asia/Tokyo', currency: 'JPY' }
  const people = [
    {
      id: 'yuki',
      name: "Yuki O'Neil, CEO",
      roles: ['founder' as const],
      whatsapp: '+81312345678',
      discord: '998877665544332211',
    },
    { id: 'no', name: 'true', working_hours: { 'mon-fri': '22:00-24:00' } },
  ]
  const policy = parse(writePolicy({ company, people }))
  expect(policy.company).toMatchObject({ name: company.name, timezone: 'Asia/Tokyo', currency: 'JPY' })
  expect(policy.people).toMatchObject([
    { name: "Yuki O'Neil, CEO", whatsapp: '+81312345678', discord: '998877665544332211' },
    { id: 'no', name: 'true', workingHours: { 1: [{ fromMinute: 1320, toMinute: 1440 }] } },
  ])
})

const HOMES: readonly [name: string, text: string][] = [
  ['an empty list with a remark', `# ours\n${LEAST}rules: []      # learned\n# end\nvip: []    # nobody\n`],
  ['no list', `${LEAST}# end`],
  ['a list left empty', `${LEAST}rules:   # none yet\nvip: []\n`],
  [
    'a list with a rule',
    `${LEAST}rules:\n- {id: old, text: x, then: act, scope: calendar, author: mia, createdAt: 2026-11-01} # mine\n\n# end\nvip: []\n`,
  ],
  ['the example', examplePolicy()],
]

test.each(HOMES)('%s: a rule is added and taken away, and no other character changes', (_name, text) => {
  const before = parse(text).rules.length
  const one = appendRule(text, RULE)
  const two = appendRule(one, { ...RULE, id: 'r2' })
  expect(parse(two).rules.slice(before)).toMatchObject([
    { id: 'r1', text: RULE.text, scope: 'calendar.move' },
    { id: 'r2' },
  ])
  const untouched = two.split('\n').filter((line) => text.split('\n').includes(line))
  expect(text.split('\n').filter((line) => !untouched.includes(line) && !line.startsWith('rules:'))).toEqual([])

  const less = removeRule(two, 'r1') ?? ''
  expect(
    parse(less)
      .rules.map((rule) => rule.id)
      .slice(before),
  ).toEqual(['r2'])
  expect(removeRule(less, 'r1')).toBeNull()
  const none = removeRule(less, 'r2') ?? ''
  expect(parse(none).rules).toHaveLength(before)
  if (/^rules: *\[\]/m.test(text) || before > 0) expect(none).toBe(text)
})

test('JSON stays JSON', () => {
  const text = JSON.stringify({ company: { name: 'X', timezone: 'UTC' }, people: [{ id: 'a', name: 'A' }] })
  expect(JSON.parse(appendRule(text, RULE))).toMatchObject({ people: [{ id: 'a' }], rules: [RULE] })
})

test('a rule written on one line with others is added all the same', () => {
  const text = `${LEAST}rules: [{id: old, text: x, then: act, scope: calendar, author: mia, createdAt: 2026-11-01}]\n`
  expect(parse(appendRule(text, RULE)).rules.map((rule) => rule.id)).toEqual(['old', 'r1'])
})

test('a rule that is none, or is there already, is refused', () => {
  expect(() => appendRule(LEAST, { ...RULE, scope: 'everything' })).toThrow('`rules[r1].scope`')
  expect(() => appendRule(appendRule(LEAST, RULE), RULE)).toThrow('a second time')
})

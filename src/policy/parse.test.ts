import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LEAST, problemsIn } from './fixture.ts'
import { defaultPolicy, parsePolicy } from './policy.ts'

const parse = (text: string) => parsePolicy(text, { file: 'policy.yaml' })

test('the least policy has every default', () => {
  const policy = parse(LEAST)
  expect(policy.scheduling.defaults).toEqual({
    lengthMs: 1_800_000,
    stepMs: 900_000,
    bufferBeforeMs: 600_000,
    bufferAfterMs: 600_000,
    noticeMs: 14_400_000,
    horizonMs: 2_592_000_000,
    offer: 3,
    holdMs: 86_400_000,
    moves: 2,
  })
  expect(policy.scheduling.meetingTypes.discovery).toMatchObject({ lengthMs: 1_500_000, bufferAfterMs: 900_000 })
  expect(policy.approvals).toMatchObject({ remindShare: 0.4, rerouteShare: 0.75, digestAtMinutes: [540, 960] })
  expect(policy.budget).toMatchObject({ perTaskUsdMicros: 50_000, perDayUsdMicros: 5_000_000 })
  expect(policy.scheduling.approveIf.map((one) => one.text)).toEqual(['events > 5', 'external_attendees > 0'])
})

test('nothing that a stranger would see is done unasked by default', () => {
  const { scheduling, leads, crm, outreach, sentiment } = defaultPolicy()
  expect(scheduling.autonomy).toEqual({
    internal: 'act',
    external_existing_client: 'act',
    external_new: 'act_with_approval',
    cancel_external: 'act_with_approval',
  })
  expect(leads.autonomy.book).toBe('act_with_approval')
  expect(crm.autonomy).toMatchObject({ merge: 'act_with_approval', delete: 'never' })
  const { draft, ...sends } = outreach.autonomy
  expect(draft).toBe('act')
  expect(new Set(Object.values(sends))).toEqual(new Set(['act_with_approval']))
  expect(sentiment.autonomy.reply_holding).toBe('act_with_approval')
})

test('a home without a file has one person, who decides', () => {
  const policy = defaultPolicy({ zone: 'Asia/Tokyo' })
  expect(policy.people).toMatchObject([
    { id: 'owner', name: 'Owner', roles: ['founder', 'approver'], timezone: 'Asia/Tokyo', email: null },
  ])
  expect(policy.people[0]?.workingHours[5]).toEqual([{ fromMinute: 540, toMinute: 1080 }])
  expect(policy.people[0]?.workingHours[6]).toEqual([])
  expect(policy.source).toMatchObject({ file: null, version: 'default' })
  expect(defaultPolicy().company.timezone).toBe('Etc/UTC')
  expect(defaultPolicy({ zone: 'EST5EDT' }).company.timezone).toBe('Etc/UTC')
})

test('hours and energy become minutes by weekday', () => {
  const [mia] = parse(`${LEAST}    working_hours: {mon-thu: "09:30-12:00, 13:00-18:00", sat: "10:00-24:00"}\n`).people
  expect(mia?.workingHours[4]).toEqual([
    { fromMinute: 570, toMinute: 720 },
    { fromMinute: 780, toMinute: 1080 },
  ])
  expect(mia?.workingHours[5]).toEqual([])
  expect(mia?.workingHours[6]).toEqual([{ fromMinute: 600, toMinute: 1440 }])
  const energy =
    '    energy: {deep: [{days: mon-tue, from: "09:30", to: "12:00"}, {days: tue, from: "08:00", to: "09:00"}]}\n'
  expect(parse(LEAST + energy).people[0]?.energy.deep[2]).toEqual([
    { fromMinute: 480, toMinute: 540 },
    { fromMinute: 570, toMinute: 720 },
  ])
})

test('YAML 1.2: NO is Norway, 22:30 is a time, a group left empty has its defaults', () => {
  const policy = parse(
    `${LEAST}leads: {icp: {regions: {want: [NO, GB]}}}\noutreach:\n  quiet_hours: {start: 22:30}\n  voice:\n`,
  )
  expect(policy.leads.icp.regions.want).toEqual(['NO', 'GB'])
  expect(policy.outreach.quietHours.startMinute).toBe(22 * 60 + 30)
  expect(policy.outreach.voice.wordsMax).toBe(120)
})

test('JSON is read too', () => {
  const policy = parse(JSON.stringify({ company: { name: 'X', timezone: 'UTC' }, people: [{ id: 'a', name: 'A' }] }))
  expect(policy.people[0]?.id).toBe('a')
})

test('what others know somebody by may be had by one person only', () => {
  const text = `${LEAST}    email: mia@a.example\n    slack: U1\n  - {id: sam, name: Sam, email: MIA@a.example, slack: U1}\n`
  expect(problemsIn(text)).toEqual([
    expect.stringContaining('`people[1].email` gives this email a second time'),
    expect.stringContaining('`people[1].slack` gives this slack a second time'),
  ])
})

test('a policy is frozen', () => {
  const policy = defaultPolicy()
  expect(() => Object.assign(policy.scheduling.autonomy, { external_new: 'act' })).toThrow(TypeError)
})

test.each([
  [
    'an alias bomb',
    `a: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefgh'].map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`)}]`).join('\n')}`,
  ],
  ['deep nesting', '['.repeat(50_000)],
  ['deep groups', '{a: '.repeat(50_000)],
  ['a tag', `${LEAST}vip: !!js/function x\n`],
  ['two documents', `${LEAST}---\n${LEAST}`],
  ['more than 1 MB', `${LEAST}# ${'x'.repeat(1024 * 1024)}\n`],
  ['a list', '- a\n'],
  ['nothing', ''],
  ['words', 'hello'],
  ['keys of the language', `${LEAST}__proto__: {x: 1}\nconstructor: 1\n`],
])('%s is refused in one sentence', (_name, text) => {
  expect(problemsIn(text)[0]).toMatch(/^line \d+: .+[.?]$/s)
})

test('many keys take no longer than their number', () => {
  const keys = Array.from({ length: 40_000 }, (_, at) => `k${at}: 1`).join('\n')
  const before = performance.now()
  expect(problemsIn(keys)).toHaveLength(100)
  expect(performance.now() - before).toBeLessThan(10_000)
})

test('no text makes it throw anything but POLICY_INVALID', () => {
  const word = fc.constantFrom(
    'company',
    'people',
    'rules',
    ':',
    '\n',
    '  ',
    '- ',
    '{',
    '}',
    '[',
    ']',
    '"',
    '&a',
    '*a',
    '1',
    '!',
    '|',
    'null',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(word).map((words) => words.join('')),
      ),
      (text) => {
        problemsIn(text)
        problemsIn(LEAST + text)
      },
    ),
    { numRuns: 300 },
  )
})

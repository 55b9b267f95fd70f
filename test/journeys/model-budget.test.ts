import { expect, test } from 'vitest'
import type { TurnResult } from '#desk/out/result.ts'
import type { ModelAccount } from '#ports/models.ts'
import { costByDay } from '#store/model/cost.ts'
import { Day, MONDAY, type ModelDesk, modelDesk, modelPolicy } from '../harness/model/desk.ts'
import { answers, USAGE } from '../harness/model/server.ts'

const good = answers.value(MONDAY)
/** Of an answer of the stand-in, at a dollar a million tokens. */
const ONE_USD_MICROS = USAGE.total_tokens

/** What was put into the outbox for a member, and on which key. */
const noticesOf = ({ composition }: ModelDesk): string[] =>
  composition.sql.connection
    .prepare("select message from outbox where key like 'model-%' and channel = 'console' order by id")
    .all()
    .map((row) => (JSON.parse(String(row.message)) as { text: string }).text)

const dayOf = async (desk: ModelDesk) => {
  const rows = await desk.composition.sql.read(() => costByDay('2026-01-01'))
  return rows.reduce((sum, row) => sum + row.usdMicros, 0)
}

test('a call costs what its tokens do, on the account of its task, its agent and its day', async () => {
  const desk = await modelDesk([good])
  const { usage } = await desk.ask('tue pls', { task: 't1' })
  expect(usage).toEqual({ calls: 1, inputTokens: 300, outputTokens: 20, usdMicros: ONE_USD_MICROS })
  expect(await desk.calls()).toMatchObject([
    { agent: 'scheduling', task: 't1', tier: 'small', model: 'reader-1', outcome: 'ok', usd_micros: ONE_USD_MICROS },
  ])
  expect(await dayOf(desk)).toBe(ONE_USD_MICROS)
})

test('however many ask at once, the day costs no more than it may; whoever is responsible hears of it once, and nothing else fails', async () => {
  const perDay = 10 * ONE_USD_MICROS
  const desk = await modelDesk([answers.after(20, good)], {
    policy: modelPolicy(
      { at_once: 100, tokens_per_answer: 16 },
      `budget: {per_day: ${perDay / 1e6} USD, per_task: 1 USD}\n`,
    ),
  })
  const told = await Promise.all(Array.from({ length: 80 }, (_, nth) => desk.ask(`day ${nth}`)))
  expect(await dayOf(desk)).toBeLessThanOrEqual(perDay)
  expect(told.some((one) => one.ok)).toBe(true)
  expect(new Set(told.map((one) => one.ok || one.why))).toEqual(new Set([true, 'cap']))
  // What was put aside and not used is there again.
  for (let nth = 0; nth < 20; nth++) await desk.ask(`later ${nth}`)
  expect(await dayOf(desk)).toBeGreaterThan(perDay / 2)
  expect(await dayOf(desk)).toBeLessThanOrEqual(perDay)
  expect(noticesOf(desk)).toEqual([expect.stringContaining('used up what it may cost today')])
  desk.clock.set(desk.clock.nowMs() + 24 * 3_600_000)
  expect(await desk.ask('a new day')).toMatchObject({ ok: true })
  expect(desk.composition.context.models.trouble()).toBeNull()
})

test('a provider that says it used a fortune is believed as far as it can have', async () => {
  const lie = { prompt_tokens: 1e12, completion_tokens: 1e12, total_tokens: 2e12 }
  const perDay = 50_000
  const desk = await modelDesk([answers.value(MONDAY, lie)], {
    policy: modelPolicy({}, `budget: {per_day: ${perDay / 1e6} USD, per_task: 1 USD}\n`),
  })
  for (let nth = 0; nth < 60; nth++) await desk.ask(`day ${nth}`)
  expect(await dayOf(desk)).toBeLessThanOrEqual(perDay)
  expect(desk.server.requests.length).toBeLessThan(60)
})

test.each<[string, Record<string, number>, string, Partial<ModelAccount>]>([
  ['calls of one task', { calls_per_task: 2 }, '', { task: 't2' }],
  ['tokens of one task', { tokens_per_task: 4_000 }, '', { task: 't2' }],
  ['money of one task', {}, 'budget: {per_task: 0.003 USD}\n', { task: 't2' }],
  [
    'money of one agent',
    {},
    'budget: {per_agent: {scheduling: 0.003 USD}, per_task: 1 USD}\n',
    { agent: 'crm-update' },
  ],
])('the %s has a cap of its own, which stops no other', async (_name, caps, more, other) => {
  const desk = await modelDesk([good], { policy: modelPolicy(caps, more) })
  const told = []
  for (let nth = 0; nth < 12; nth++) told.push(await desk.ask(`day ${nth}`, { task: 't1' }))
  expect(told[0]).toMatchObject({ ok: true })
  expect(told.at(-1)).toMatchObject({ ok: false, why: 'cap', usage: { calls: 0, usdMicros: 0 } })
  expect(await desk.ask('another', other)).toMatchObject({ ok: true })
  expect(noticesOf(desk)).toEqual([])
})

test('what was under way when the desk was stopped counts with the most it can have used', async () => {
  const desk = await modelDesk([answers.hang()])
  const asked = desk.ask()
  await expect.poll(() => desk.server.requests.length).toBe(1)
  const [call] = await desk.calls()
  expect(call).toMatchObject({ outcome: 'open' })
  expect(await dayOf(desk)).toBe(call?.usd_micros)
  expect(call?.usd_micros).toBeGreaterThan(ONE_USD_MICROS)
  await desk.close()
  await asked
})

const propose = {
  type: 'propose' as const,
  actions: [
    {
      kind: 'calendar.create',
      because: 'asked',
      args: {
        event: {
          title: 'Call',
          start: '2026-11-24T14:00:00Z',
          end: '2026-11-24T14:30:00Z',
          zone: 'Europe/London',
          organizer: 'mia@northwind.example',
          attendees: [],
          shows: 'busy',
        },
      },
    },
  ],
}

test.each([
  ['rules_only', 'done'],
  ['stop', 'waiting_human'],
] as const)('with the day used up and on_exceed %s, what rules read ends as %s', async (onExceed, status) => {
  const desk = await modelDesk([good], {
    policy: modelPolicy({}, `budget: {per_day: 0.000001 USD, on_exceed: ${onExceed}}\n`),
    agent: { book: () => propose },
  })
  expect(await desk.ask()).toMatchObject({ ok: false, why: 'cap' })
  expect(desk.composition.context.models.trouble()).toBe('spent')
  const { tasks }: TurnResult = await desk.start('sam', 'book')
  expect(tasks).toMatchObject([{ status: onExceed === 'stop' ? expect.stringMatching(/^waiting/) : status }])
})

test('/cost says what the model was used for; why says it of one task', async () => {
  const desk = await modelDesk([good], {
    agent: {
      async book(_input, { model }) {
        await model?.ask({ tier: 'small', name: 'day', instruction: 'Which day?', text: 'tue pls', schema: Day })
        return propose
      },
    },
  })
  expect((await desk.start('mia', 'book')).tasks).toMatchObject([{ status: 'done' }])
  const { reply } = await desk.say('mia', '/cost')
  expect(reply).toContain('Today: 1 call, 320 tokens of 1,000,000, $0.0003 of $')
  expect(reply).toContain('- scripted: 1 task, 1 done; $0.0003 a task, $0.0003 a finished task')
  expect((await desk.say('mia', 'why')).reply).toContain('Cost 1 call, 320 tokens, $0.0003.')
})

test('without a model, /cost says that there is none', async () => {
  const desk = await modelDesk([good], { policy: '' })
  expect((await desk.say('mia', '/cost')).reply).toBe('No model is set up: rules do it all, and cost nothing.')
})

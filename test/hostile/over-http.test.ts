import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { openProvider } from '#app/models.ts'
import type { InboundDraft } from '#kernel/inbound.ts'
import { playedDesk } from '../../src/cli/eval/played-desk.ts'
import { Scenario } from '../../src/cli/eval/scenario.ts'
import { drive, expectFewWords, expectNoLeak, expectNoMore, OFFICE, said } from '../harness/hostile/office.ts'
import { hostileAnswers } from '../harness/hostile/server.ts'
import { allCalls } from '../harness/model/desk.ts'
import { ModelServer } from '../harness/model/server.ts'
import { ANSWERS, PATIENCE_MS, SEED } from './size.ts'

const PER_TASK = 2
const PER_DAY_USD_MICROS = 30_000
const price = { input: '1 USD', output: '1 USD' }
/** A model that costs, and a day that it may not cost more than. */
const policy = {
  version: 1,
  company: { name: 'Northwind Studio', timezone: 'Europe/London', currency: 'USD' },
  people: [
    { id: 'mia', name: 'Mia Chen', email: 'mia@northwind.example', roles: ['founder', 'approver'] },
    { id: 'sam', name: 'Sam Ortiz', email: 'sam@northwind.example' },
  ],
  model: {
    tiers: { small: 'reader-1', large: 'writer-1' },
    prices: { 'reader-1': price, 'writer-1': price },
    caps: { timeout: '2s', calls_per_task: PER_TASK, tokens_per_task: 1_000_000 },
  },
  budget: { per_task: '1 USD', per_day: `${PER_DAY_USD_MICROS / 1e6} USD` },
}

const before = Object.getOwnPropertyNames(Object.prototype).sort()
afterAll(() => expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before))

test.each(['function', 'json'])(
  'a hostile server, answering by %s, costs no more than it may and changes nothing it may not',
  async (answersBy) => {
    const server = await ModelServer.open(hostileAnswers(SEED))
    const provider = await openProvider({ OPENAI_BASE_URL: server.url, OPENAI_API_KEY: 'sk-not-for-anybody' })
    const scenario = Scenario.parse({
      ...OFFICE,
      policy: { ...policy, model: { ...policy.model, answers_by: answersBy } },
    })
    const desk = await playedDesk(scenario, provider ? { provider } : {})
    const heard: InboundDraft[] = []
    for (const [nth, text] of fc.sample(said, { numRuns: ANSWERS.http, seed: SEED }).entries())
      heard.push(await drive(desk, nth, text))

    await expectNoMore(desk)
    await expectNoLeak(desk, heard)
    const calls = await desk.composition.sql.read(allCalls)
    expect(server.requests.length).toBeGreaterThan(10)
    expect(calls.reduce((sum, { usd_micros }) => sum + usd_micros, 0)).toBeLessThanOrEqual(PER_DAY_USD_MICROS)
    for (const { usd_micros } of calls) expect(usd_micros).toBeGreaterThanOrEqual(0)
    const perTask = Map.groupBy(
      calls.filter(({ task }) => task !== null),
      ({ task }) => task,
    )
    for (const [task, made] of perTask) expect(made.length, String(task)).toBeLessThanOrEqual(PER_TASK)
    expectFewWords(
      desk,
      server.requests.map(({ messages, tools, model }) => ({
        name: model,
        own: JSON.stringify([messages.filter(({ role }) => role === 'system'), tools]),
        text: messages.find(({ role }) => role === 'user')?.content ?? '',
      })),
    )
    expect(JSON.stringify(server.requests.map(({ messages }) => messages))).not.toContain('sk-not-for-anybody')
    await desk.close()
  },
  PATIENCE_MS,
)

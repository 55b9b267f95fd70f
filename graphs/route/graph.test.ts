import { expect, test } from 'vitest'
import { agents } from '#agents/manifest.ts'
import { compileCues } from '#language/intent.ts'
import type { Model, ModelAnswer, ModelAsk } from '#ports/model.ts'
import { type ModelAccount, type Models, noModels } from '#ports/models.ts'
import { buildRouteGraph } from './graph.ts'
import { router } from './router.ts'

const member = (text: string) => ({ text, from: 'member' as const, channel: 'console' })
const reader = compileCues(agents.map((agent) => ({ agent: agent.contract.id, cues: agent.cues })))

/** A model that answers one job, whatever it is asked, and counts. */
function modelThatSays(job: unknown): Model & { asked: number } {
  const usage = { calls: 1, inputTokens: 1, outputTokens: 1, usdMicros: 0 }
  return {
    name: 'fixed',
    asked: 0,
    async ask<T>({ schema }: ModelAsk<T>): Promise<ModelAnswer<T>> {
      this.asked++
      const parsed = schema.safeParse({ job })
      return parsed.success ? { ok: true, value: parsed.data, usage } : { ok: false, why: 'garbage', usage }
    },
  }
}

async function pathOf(text: string, model: Model | null): Promise<string[]> {
  const path: string[] = []
  for await (const update of await buildRouteGraph({
    agents,
    readerFor: () => reader,
    models: { for: () => model },
  }).stream({ message: member(text), routed: [] }, { streamMode: 'updates' })) {
    path.push(...Object.keys(update as object))
  }
  return path
}

test('an explicit verb needs no reading', async () => {
  expect(await pathOf('/meet @sam 25m tmrw', null)).toEqual(['verb'])
  const { jobs } = await router({ agents, readerFor: () => reader, models: noModels }).route(
    member('/desk meet @sam 25m tmrw'),
  )
  const [job] = jobs
  expect(job).toMatchObject({
    agent: 'scheduling',
    intent: 'book',
    text: '@sam 25m tmrw',
    confidence: 1,
    tier: 'rules',
  })
})

test('where the cues decide, no model is asked', async () => {
  const model = modelThatSays('scheduling/cancel')
  expect(await pathOf('book a call with Sam tomorrow at 3', model)).toEqual(['cues'])
  expect(model.asked).toBe(0)
})

test('the model is asked about what nobody knew, and answers out of a closed list', async () => {
  const text = 'would you be so kind as to sort out the thing with Lena'
  const model = modelThatSays('scheduling/book')
  expect(await pathOf(text, model)).toEqual(['cues', 'model'])
  const jobsBy = async (knowing: Model) =>
    (await router({ agents, readerFor: () => reader, models: { for: () => knowing } }).route(member(text))).jobs
  expect(await jobsBy(model)).toMatchObject([{ intent: 'book', tier: 'model' }])
  expect(await jobsBy(modelThatSays('contacts/export'))).toEqual([])
  expect(await jobsBy(modelThatSays('none'))).toEqual([])
})

test('a model is asked on the account of the event, anew for each: the desk may have none by then', async () => {
  const accounts: ModelAccount[] = []
  let model: Model | null = modelThatSays('scheduling/book')
  const models: Models = {
    for: (account) => {
      accounts.push(account)
      return model
    },
  }
  const routes = router({ agents, readerFor: () => reader, models })
  const text = 'would you be so kind as to sort out the thing with Lena'
  expect((await routes.route({ ...member(text), event: 7 })).jobs).toMatchObject([{ tier: 'model' }])
  expect(new Set(accounts.map((one) => JSON.stringify(one)))).toEqual(
    new Set(['{"agent":"route","task":null,"event":7}']),
  )
  model = null
  expect((await routes.route(member(text))).jobs).toEqual([])
})

test('one message starts six jobs at the most', async () => {
  const text = Array.from({ length: 9 }, (_, nth) => `cancel my ${nth + 1}pm`).join(' and ')
  const { jobs, left } = await router({ agents, readerFor: () => reader, models: noModels }).route(member(text))
  expect(jobs.length).toBeLessThanOrEqual(6)
  expect(jobs.length + left.length).toBe(9)
})

test("requests beside a job that are nobody's are kept in their own words; courtesies and what the reply does anyway are not", async () => {
  const leftIn = async (text: string) =>
    (await router({ agents, readerFor: () => reader, models: noModels }).route(member(text))).left
  expect(await leftIn('move my 2pm to 3 and tell them why, also translate the slides for them')).toEqual([
    'tell them why',
    'translate the slides for them',
  ])
  expect(await leftIn('book a call with Sam tomorrow at 3 and let me know')).toEqual([])
  expect(await leftIn('book a call with Sam tomorrow at 3. Thanks, have a good weekend!')).toEqual([])
  expect(await leftIn('translate this page please')).toEqual([])
})

import { expect, test, vi } from 'vitest'
import { parsePolicy } from '#policy/parse.ts'
import { answers, ModelServer } from '#test/harness/model/server.ts'
import { evaluate } from './evaluate.ts'
import type { Example } from './examples.ts'
import { figuresOf } from './figures.ts'
import { measuredModels } from './models.ts'

const POLICY = `version: 1
company: { name: Northwind, timezone: Europe/London }
people: [{ id: mia, name: Mia Chen }]
model:
  tiers: { small: tiny }
  prices: { tiny: { input: 1 USD, output: 10 USD } }
  caps: { calls_per_task: 1 }
`
const text = 'would you be so kind as to sort out the thing with Lena'
const EXAMPLES: Example[] = ['a', 'b', 'c'].map((id) => ({
  set: 'mine',
  id,
  text: `${text} ${id}`,
  expected: { jobs: ['scheduling/book'] },
}))
const policy = () => parsePolicy(POLICY, { file: 'eval' })

/** Evaluates the examples with the model of a server that always finds the same job. */
async function figuresWith(mostUsdMicros: number) {
  const server = await ModelServer.open(
    answers.value({ jobs: [{ job: 'scheduling/book', words: 'sort out the thing', read: null }] }),
  )
  vi.stubEnv('OPENAI_API_KEY', 'sk-0123456789abcdef')
  vi.stubEnv('OPENAI_BASE_URL', server.url)
  const { models, name, close } = await measuredModels(policy(), mostUsdMicros)
  try {
    const cases = await evaluate({
      modes: ['rules', 'both'],
      scenarios: [],
      examples: EXAMPLES,
      models,
      policy: policy(),
      step: () => undefined,
    })
    return { server, name, figures: figuresOf(cases) }
  } finally {
    await close()
    vi.unstubAllEnvs()
  }
}

test('the configured model is asked over HTTP, and what it used is told: no cap of a task holds for all of them', async () => {
  const { server, name, figures } = await figuresWith(1e6)
  const [rules, both] = figures
  expect(name).toBe('tiny')
  expect(rules).toMatchObject({ mode: 'rules', right: 0, handedOver: 3, calls: 0 })
  expect(both).toMatchObject({ mode: 'both', right: 3, wrong: 0, handedOver: 0, calls: 3 })
  expect(both?.tokens).toBeGreaterThan(0)
  expect(server.requests).toHaveLength(3)
})

test('what it may cost is never gone over: then it is asked no more', async () => {
  const { server, figures } = await figuresWith(1)
  expect(server.requests).toEqual([])
  expect(figures[1]).toMatchObject({ mode: 'both', right: 0, handedOver: 3, calls: 0, usdMicros: 0 })
})

test('without settings there is none', async () => {
  vi.stubEnv('OPENAI_API_KEY', '')
  vi.stubEnv('OPENAI_BASE_URL', '')
  const { name, close } = await measuredModels(policy(), 1)
  await close()
  vi.unstubAllEnvs()
  expect(name).toBeNull()
})

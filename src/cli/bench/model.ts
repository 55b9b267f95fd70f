import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { ChatOpenAI } from '@langchain/openai'
import { z } from 'zod'
import { openProvider } from '#app/models.ts'
import type { ModelAsk } from '#ports/model.ts'
import type { ModelProvider } from '#ports/model-provider.ts'
import { type BenchDesk, benchDesk, booking } from './home.ts'
import { percentiles, round } from './measure.ts'

const MODEL = 'bench'
/** A model, its price, and no cap in the way. */
const POLICY = `
model:
  tiers: {small: ${MODEL}}
  prices: {${MODEL}: {input: 0.001 USD, output: 0.001 USD}}
  caps: {calls_per_task: 100, tokens_per_task: 10000000, tokens_per_day: 1000000000}
budget: {per_task: 1000 USD, per_day: 1000 USD}
`

const SCHEMA = z.object({ jobs: z.array(z.string()) })
const INSTRUCTION = 'Which jobs does the message ask for? Answer with their labels.'
const WARM_UP = 200

/** What the desk's model tier costs beside the model, and whether a slow model holds up what needs none. */
export async function model(say: (line: string) => void): Promise<void> {
  const quick = await served(0, (url) => added(url, 2_000))
  say(
    `one question on loopback, 2,000 interleaved: the bare client p50 ${round(quick.client)} ms, the desk's provider ${round(quick.provider)} ms, through the desk with its caps and books ${round(quick.desk)} ms; added ${round(quick.desk - quick.client)} ms`,
  )
  const slow = await served(2_000, (url) => beside(url, 50, 400))
  say(
    `${slow.inFlight} messages in flight at a model of 2 s (${slow.slow} of them answered meanwhile): ${slow.quick} messages handled by rules p50 ${round(slow.p50)} ms, p99 ${round(slow.p99)} ms; alone p50 ${round(slow.alone.p50)} ms, p99 ${round(slow.alone.p99)} ms`,
  )
}

/** Work with a server that answers after so long. */
async function served<T>(delayMs: number, work: (url: string) => Promise<T>): Promise<T> {
  const server = fork(fileURLToPath(new URL('./model-server.ts', import.meta.url)), [String(delayMs)])
  try {
    const [port] = (await once(server, 'message')) as [number]
    return await work(`http://127.0.0.1:${port}/v1`)
  } finally {
    server.disconnect()
  }
}

async function deskAt(url: string): Promise<{ bench: BenchDesk; provider: ModelProvider }> {
  const provider = await openProvider({ OPENAI_BASE_URL: url })
  if (!provider) throw new Error('no provider')
  return { bench: await benchDesk({ provider, policy: POLICY }), provider }
}

/** Medians of the same question, asked in three ways in turn. */
async function added(url: string, calls: number): Promise<{ client: number; provider: number; desk: number }> {
  const { bench, provider } = await deskAt(url)
  const client = new ChatOpenAI({ model: MODEL, apiKey: 'none', maxRetries: 0, configuration: { baseURL: url } })
  const asked = bench.composition.context.models.for({ agent: 'route', task: null, event: null })
  const { $schema: _draft, ...parameters } = z.toJSONSchema(SCHEMA)
  const form = {
    tools: [{ type: 'function' as const, function: { name: 'jobs', description: 'Gives the answer.', parameters } }],
    tool_choice: { type: 'function' as const, function: { name: 'jobs' } },
  }
  const request = {
    model: MODEL,
    system: INSTRUCTION,
    again: null,
    name: 'jobs',
    schema: parameters,
    answersBy: 'function' as const,
    maxOutputTokens: 800,
    signal: new AbortController().signal,
  }
  const ways = {
    client: (text: string): Promise<unknown> =>
      client.invoke(
        [
          ['system', INSTRUCTION],
          ['human', text],
        ],
        form,
      ),
    provider: (text: string): Promise<unknown> => provider.complete({ ...request, user: text }),
    desk: async (text: string): Promise<unknown> =>
      asked?.ask({
        tier: 'small',
        name: 'jobs',
        instruction: INSTRUCTION,
        text,
        schema: SCHEMA,
      } satisfies ModelAsk<unknown>),
  }
  const times = { client: [] as number[], provider: [] as number[], desk: [] as number[] }
  for (let nth = 0; nth < WARM_UP + calls; nth++)
    for (const way of ['client', 'provider', 'desk'] as const) {
      const startedMs = performance.now()
      await ways[way](`would you be so kind as to sort out the thing number ${nth} with Lena`)
      if (nth >= WARM_UP) times[way].push(performance.now() - startedMs)
    }
  await bench.close()
  const median = (list: readonly number[]): number => percentiles(list).p50
  return { client: median(times.client), provider: median(times.provider), desk: median(times.desk) }
}

interface Beside {
  inFlight: number
  slow: number
  quick: number
  p50: number
  p99: number
  alone: { p50: number; p99: number }
}

/** Messages that rules handle, one after the other, first alone, then while so many others wait for the model. */
async function beside(url: string, inFlight: number, messages: number): Promise<Beside> {
  const { bench } = await deskAt(url)
  let nth = 0
  const quick = async (): Promise<number[]> => {
    const times: number[] = []
    for (let at = 0; at < messages; at++, nth++) {
      times.push(await bench.ask(booking(nth, `quick-${nth % 20}`)))
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    return times
  }
  await quick()
  const alone = percentiles(await quick())
  let slow = 0
  let isOver = false
  const keepAsking = async (conversation: number): Promise<void> => {
    for (let at = 0; !isOver; at++) {
      const text = `would you be so kind as to sort out the thing ${conversation} ${at} with Lena`
      await bench.ask({ ...booking(0, `slow-${conversation}`), id: `slow-${conversation}-${at}`, text })
      if (!isOver) slow++
    }
  }
  const asking = Array.from({ length: inFlight }, (_, conversation) => keepAsking(conversation))
  await new Promise((resolve) => setTimeout(resolve, 500))
  const times = await quick()
  isOver = true
  await Promise.all(asking)
  await bench.close()
  return { inFlight, slow, quick: times.length, ...percentiles(times), alone }
}

import { LLMock } from '@copilotkit/aimock'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { ModelReply } from '#ports/model-provider.ts'
import { OpenAiProvider } from './provider.ts'
import { openAiSettings } from './settings.ts'

/** A server of OpenAI's interface that nobody here wrote. */
const mock = new LLMock({ port: 0 })
beforeAll(() => mock.start())
afterAll(() => mock.stop())
afterEach(() => void mock.reset())

function ask(user: string, timeoutMs = 8_000): Promise<ModelReply> {
  const settings = openAiSettings({ OPENAI_BASE_URL: `${mock.url}/v1`, OPENAI_API_KEY: 'mock-key' })
  if (!settings) throw new Error('no settings')
  return new OpenAiProvider(settings).complete({
    model: 'gpt-4.1-mini',
    system: 'Which day is meant?',
    user,
    again: null,
    name: 'day',
    schema: { type: 'object', properties: { day: { type: 'string' } }, required: ['day'] },
    answersBy: 'function',
    maxOutputTokens: 200,
    signal: AbortSignal.timeout(timeoutMs),
  })
}

test.each([
  [
    'a call',
    { toolCalls: [{ name: 'day', arguments: '{"day":"monday"}' }] },
    { type: 'answer', value: { day: 'monday' } },
  ],
  ['JSON', { content: '{"day":"monday"}' }, { type: 'answer', value: { day: 'monday' } }],
  ['fenced JSON', { content: '```json\n{"day":"monday"}\n```' }, { type: 'answer', value: { day: 'monday' } }],
  ['prose', { content: 'Monday, I would say.' }, { type: 'garbage' }],
  ['a cut answer', { content: '{"day":"mon', finishReason: 'length' }, { type: 'garbage' }],
  [
    'a wrong key',
    { error: { message: 'bad key', code: 'invalid_api_key' }, status: 401 },
    { type: 'failed', retry: false },
  ],
  [
    'a limit',
    { error: { message: 'slow down', type: 'rate_limit_error' }, status: 429 },
    { type: 'failed', retry: true },
  ],
  ['a fault', { error: { message: 'oh no', type: 'server_error' }, status: 500 }, { type: 'failed', retry: true }],
])('%s', async (_name, response, expected) => {
  mock.onMessage(/tue/, response)
  expect(await ask('tue pls')).toMatchObject(expected)
})

test.each([
  ['a connection that is dropped', { dropRate: 1 }, { type: 'failed', why: 'down', retry: true }],
  ['an answer that is no JSON', { malformedRate: 1 }, {}],
  ['an answer that breaks off', { disconnectRate: 1 }, { type: 'failed', why: 'down', retry: true }],
  ['an answer that is too slow', { latencyMs: 5_000 }, { type: 'failed', why: 'slow' }],
])('%s', async (_name, chaos, expected) => {
  mock.onMessage(/tue/, { content: '{"day":"monday"}' })
  mock.setChaos(chaos)
  const reply = await ask('tue pls', 'latencyMs' in chaos ? 300 : undefined)
  expect(reply.type).not.toBe('answer')
  expect(reply).toMatchObject(expected)
})

import { expect, test } from 'vitest'
import type { ModelRequest } from '#ports/model-provider.ts'
import { type Answer, answers, ModelServer } from '../../test/harness/model/server.ts'
import { OpenAiProvider } from './provider.ts'
import { openAiSettings } from './settings.ts'

const GOOD = { day: 'tuesday' }
const schema = { type: 'object', properties: { day: { type: 'string' } }, required: ['day'] }

function requestOf(over: Partial<ModelRequest> = {}): ModelRequest {
  return {
    model: 'reader-1',
    system: 'Which day is meant?',
    user: '{"message":"tue pls"}',
    again: null,
    name: 'day',
    schema,
    answersBy: 'function',
    maxOutputTokens: 200,
    signal: AbortSignal.timeout(8_000),
    ...over,
  }
}

async function asked(script: Answer, over: Partial<ModelRequest> = {}, settings: object = {}) {
  const server = await ModelServer.open(script)
  const given = openAiSettings({ OPENAI_BASE_URL: server.url, ...settings })
  if (!given) throw new Error('no settings')
  const startedMs = performance.now()
  const reply = await new OpenAiProvider(given).complete(requestOf(over))
  return { reply, ms: performance.now() - startedMs, server, request: server.requests[0] }
}

test('a question goes out as it is: the model, the words, the form of the answer, and what it may use', async () => {
  const { reply, request } = await asked(answers.value(GOOD))
  expect(reply).toMatchObject({ type: 'answer', value: GOOD, tokens: { input: 300, output: 20 } })
  expect(request).toMatchObject({ model: 'reader-1', max_tokens: 200, temperature: 0 })
  expect(request?.messages.map(({ role }) => role)).toEqual(['system', 'user'])
  expect(request?.messages[1]?.content).toBe('{"message":"tue pls"}')
  expect(request?.tools?.[0]?.function).toMatchObject({ name: 'day', parameters: schema })
})

test('a server on this machine needs no key; one that has a key gets it, with and without a slash at the end of its address', async () => {
  const { request, server } = await asked(answers.value(GOOD))
  expect(request?.key).not.toContain('undefined')
  const again = openAiSettings({ OPENAI_BASE_URL: `${server.url}/`, OPENAI_API_KEY: 'sk-secret-key' })
  await new OpenAiProvider(again as NonNullable<typeof again>).complete(requestOf())
  expect(server.requests[1]?.key).toBe('Bearer sk-secret-key')
})

test('a model that thinks is sent no temperature', async () => {
  const { request } = await asked(answers.value(GOOD), { model: 'o4-mini' })
  expect(request?.temperature).toBeUndefined()
})

test('asked for again, it hears what it said and what was wrong with it', async () => {
  const { request } = await asked(answers.value(GOOD), { again: { said: '{"day":7}', problem: 'day: not a text' } })
  expect(request?.messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user'])
  expect(request?.messages[3]?.content).toContain('day: not a text')
})

test.each<[string, Answer, object]>([
  ['JSON instead of a call', answers.text(JSON.stringify(GOOD)), { type: 'answer', value: GOOD }],
  ['fenced JSON', answers.text('```json\n{"day":"tuesday"}\n```'), { type: 'answer', value: GOOD }],
  ['prose', answers.text('I think it is {"day":"tuesday"}, but ask them.'), { type: 'garbage' }],
  ['a call with half an argument', answers.call('{"day":"tu'), { type: 'garbage' }],
  [
    'an answer that was cut',
    answers.cut('{"day":"tues'),
    { type: 'garbage', problem: expect.stringContaining('cut off') },
  ],
  ['nothing', answers.empty(), { type: 'garbage', problem: 'it was empty' }],
  ['a refusal', answers.refusal(), { type: 'refused', tokens: { input: 300, output: 20 } }],
  ['an answer without usage', answers.value(GOOD, null), { type: 'answer', tokens: null }],
  ['usage that is no count', answers.value(GOOD, { prompt_tokens: 'many' }), { type: 'answer', tokens: null }],
  ['no choices', answers.json({ choices: [] }), { type: 'garbage' }],
  ['choices that are none', answers.json({ choices: 'none', usage: 3 }), { type: 'garbage' }],
  ['JSON of nothing', answers.json(null), { type: 'garbage' }],
  [
    'deep nesting',
    answers.text(`${'['.repeat(60_000)}${']'.repeat(60_000)}`),
    { type: 'garbage', problem: 'it was nested too deep' },
  ],
  ['10 MB', answers.long(10_000_000), { type: 'garbage', problem: expect.stringContaining('too long') }],
  [
    'a web page',
    answers.html(),
    { type: 'failed', why: 'down', retry: false, problem: expect.stringContaining('no server of models') },
  ],
  [
    'a redirect',
    answers.json({}, 302, { location: 'http://127.0.0.1:1/' }),
    { type: 'failed', why: 'down', retry: false },
  ],
  [
    'a wrong key',
    answers.error(401, 'invalid_api_key'),
    { type: 'failed', why: 'down', retry: false, billed: false, problem: expect.stringContaining('OPENAI_API_KEY') },
  ],
  [
    'a model there is not',
    answers.error(404, 'model_not_found'),
    { type: 'failed', retry: false, problem: expect.stringContaining('no model called reader-1') },
  ],
  [
    'no functions',
    answers.error(400, 'tools_unsupported'),
    { type: 'failed', retry: false, problem: expect.stringContaining('answers_by') },
  ],
  [
    'too much to read',
    answers.error(400, 'context_length_exceeded'),
    { type: 'failed', why: 'too_long', retry: false },
  ],
  [
    'no money',
    answers.error(429, 'insufficient_quota'),
    { type: 'failed', retry: false, problem: expect.stringContaining('no money') },
  ],
  [
    'too many requests',
    answers.error(429, 'rate_limit_exceeded', { 'retry-after': '2' }),
    { type: 'failed', retry: true, afterMs: 2_000 },
  ],
  [
    'a fault of theirs',
    answers.error(500, 'server_error'),
    { type: 'failed', why: 'down', retry: true, billed: false },
  ],
  ['a connection that is reset', answers.reset(), { type: 'failed', why: 'down', retry: true, billed: true }],
  ['an answer that breaks off', answers.torn(GOOD), { type: 'failed', why: 'down', retry: true, billed: true }],
])('%s ends in its own way, at once', async (_name, script, expected) => {
  const { reply, ms } = await asked(script)
  expect(reply).toMatchObject(expected)
  expect(ms).toBeLessThan(4_000)
  expect(JSON.stringify(reply)).not.toContain('Jo owes us')
})

test.each<[string, Answer]>([
  ['silence', answers.hang()],
  ['an answer that comes too late', answers.after(9_000, answers.value(GOOD))],
])('%s ends when the time does', async (_name, script) => {
  const { reply, ms } = await asked(script, { signal: AbortSignal.timeout(150) })
  expect(reply).toMatchObject({ type: 'failed', why: 'slow', billed: true })
  expect(ms).toBeLessThan(4_000)
})

test('where nobody listens, nothing was heard and nothing is paid', async () => {
  const gone = new ModelServer()
  await gone.listen()
  const settings = openAiSettings({ OPENAI_BASE_URL: gone.url })
  await gone.close()
  const reply = await new OpenAiProvider(settings as NonNullable<typeof settings>).complete(requestOf())
  expect(reply).toMatchObject({ type: 'failed', why: 'down', retry: true, billed: false })
})

test('asked for JSON, it is given the schema in words and no function', async () => {
  const { reply, request } = await asked(answers.value(GOOD), { answersBy: 'json' })
  expect(reply).toMatchObject({ type: 'answer', value: GOOD })
  expect(request?.tools).toBeUndefined()
  expect(request?.response_format).toEqual({ type: 'json_object' })
  expect(request?.messages[0]?.content).toContain('"required":["day"]')
})

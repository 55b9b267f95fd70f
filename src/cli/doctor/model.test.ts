import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../../test/harness/home.ts'
import { type Answer, answers, ModelServer } from '../../../test/harness/model/server.ts'
import { checkModel } from './model.ts'

const POLICY = `version: 1
company: {name: X, timezone: Europe/London, currency: USD}
people: [{id: mia, name: Mia Chen, roles: [founder]}]
`
const PRICED =
  'model: {tiers: {small: reader-1}, prices: {reader-1: {input: 1 USD, output: 1 USD}}}\nbudget: {per_task: 1 USD, per_day: 5 USD}\n'
const KEY = 'sk-very-secret-key'

async function found(models: Record<string, string>, policy = PRICED): Promise<string[]> {
  const file = join(tempFolder(), 'policy.yaml')
  writeFileSync(file, POLICY + policy)
  const findings = await checkModel({ policy: file }, undefined, { models, TZ_DEFAULT: undefined })
  return findings.map(({ state, says }) => `${state} ${says}`)
}

async function at(script: Answer): Promise<Record<string, string>> {
  const server = await ModelServer.open(script)
  return { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: KEY }
}

test('without a model there is nothing to say', async () => {
  expect(await found({}, '')).toEqual([])
  expect(await found(await at(answers.hang()), `${PRICED}`.replace('model: {', 'model: {enabled: false, '))).toEqual([])
})

test('a model that answers is called so', async () => {
  expect(await found(await at(answers.value({ ok: true })))).toEqual([
    expect.stringMatching(/^ok reader-1 answers at http/),
  ])
})

test.each<[string, Answer, RegExp]>([
  [
    'a wrong key',
    answers.error(401, 'invalid_api_key'),
    /^fail .* does not take OPENAI_API_KEY; make a new one and put it into \.env\.$/,
  ],
  [
    'a model there is not',
    answers.error(404, 'model_not_found'),
    /^fail .* has no model called reader-1; name one it has in model\.tiers/,
  ],
  [
    'an address that answers web pages',
    answers.html(),
    /^fail what answers at http\S+ is no server of models; mend OPENAI_BASE_URL, which usually ends with \/v1\.$/,
  ],
  ['web pages for what is not there', answers.html(404), /^fail .*OPENAI_BASE_URL, which usually ends with \/v1\.$/],
  [
    'an account without money',
    answers.error(429, 'insufficient_quota'),
    /^fail the account of OPENAI_API_KEY has no money left; top it up\.$/,
  ],
  [
    'a model that knows no functions',
    answers.error(400, 'tools_unsupported'),
    /^fail .*set model\.answers_by to json\.$/,
  ],
  ['a model that only talks', answers.text('Hello!'), /^warn reader-1 answers at .*, but not in the form/],
  ['a fault of theirs', answers.error(500, 'server_error'), /^warn .* answers with status 500, /],
])('%s is one sentence with the fix, and no secret', async (_name, script, says) => {
  const lines = await found(await at(script))
  expect(lines).toEqual([expect.stringMatching(says)])
  expect(lines.join()).not.toContain(KEY)
})

test('what is wrong with the server is said once, however many models are asked', async () => {
  const both = 'model: {tiers: {small: reader-1, large: writer-1}}'
  expect(await found(await at(answers.html()), both)).toEqual([expect.stringContaining('is no server of models')])
})

test('where nobody listens, the address is named', async () => {
  const gone = new ModelServer()
  await gone.listen()
  const models = { OPENAI_BASE_URL: gone.url }
  await gone.close()
  expect(await found(models)).toEqual([
    expect.stringMatching(/^warn http\S+ cannot be reached, or broke off; look at OPENAI_BASE_URL and the network\.$/),
  ])
})

test('models without a key, and a key without models, are told', async () => {
  expect(await found({})).toEqual([
    expect.stringMatching(/^fail the policy names reader-1, and OPENAI_API_KEY is not set/),
  ])
  expect(await found({ OPENAI_API_KEY: KEY }, '')).toEqual([
    expect.stringMatching(/^warn OPENAI_API_KEY is set, and the policy names no model/),
  ])
})

test('a budget in a currency without a rate is told; for what costs nothing it does not matter', async () => {
  const budget = 'budget: {per_day: 5 GBP, per_task: 1 USD}\n'
  const models = await at(answers.value({ ok: true }))
  expect(await found(models, PRICED.replace(/budget.*\n/, budget))).toEqual([
    expect.stringMatching(/^ok/),
    expect.stringMatching(/^warn the budget is in GBP .* until rates has GBP, one counts as the other\.$/),
  ])
  expect(await found(models, `model: {tiers: {small: reader-1}}\n${budget}`)).toEqual([expect.stringMatching(/^ok/)])
})

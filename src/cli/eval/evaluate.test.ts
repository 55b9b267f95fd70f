import { expect, test } from 'vitest'
import { defaultPolicy } from '#policy/policy.ts'
import type { ModelAnswer, ModelAsk } from '#ports/model.ts'
import type { Models } from '#ports/models.ts'
import { evaluate } from './evaluate.ts'
import type { Example } from './examples.ts'
import { figuresOf, tooFew } from './figures.ts'
import { sayUnanswered } from './say.ts'
import { Scenario } from './scenario.ts'

const usage = { calls: 1, inputTokens: 90, outputTokens: 10, usdMicros: 400 }
/** Models that know no job, and what they were asked. */
function cluelessModels(): Models & { asked: string[] } {
  const asked: string[] = []
  const ask = async <T>({ text }: ModelAsk<T>): Promise<ModelAnswer<T>> => {
    asked.push(text)
    return { ok: false, why: 'refused', usage }
  }
  return { asked, for: () => ({ name: 'clueless', ask }) }
}
const example = (text: string, expected: Example['expected']): Example => ({ set: 'mine', id: text, text, expected })
const book = { jobs: ['scheduling/book'] }
const examples = [
  example('book a call with Sam tomorrow at 3', book),
  example('cancel my 3pm', book),
  example('zzz', book),
  example('yyy', 'nobody'),
]
const policy = defaultPolicy()
const nothing = { scenarios: [], policy, step: () => undefined }

test('right, wrong and handed over are told apart, and the model is asked only where the rules do not know', async () => {
  const models = cluelessModels()
  const cases = await evaluate({ ...nothing, modes: ['rules', 'both'], examples, models })
  const [rules, both, ...others] = figuresOf(cases)
  const counts = { suite: 'mine', agent: 'scheduling', cases: 3, right: 1, wrong: 1, handedOver: 1 }
  expect(rules).toMatchObject({ ...counts, mode: 'rules', calls: 0, tokens: 0, usdMicros: 0 })
  expect(both).toMatchObject({ ...counts, mode: 'both', calls: 1, tokens: 100, usdMicros: 400 })
  expect(others).toMatchObject([
    { agent: 'nobody', mode: 'rules', right: 1, calls: 0 },
    { agent: 'nobody', mode: 'both', right: 1, calls: 1 },
  ])
  expect(models.asked.sort()).toEqual(['yyy', 'zzz'])
  expect(sayUnanswered(cases)).toBe('Of the questions to the model 2 had no answer: 2 refused.')
  expect(sayUnanswered(cases.filter(({ mode }) => mode === 'rules'))).toBeNull()
})

test('with the model alone it is asked about everything', async () => {
  const all = cluelessModels()
  await evaluate({ ...nothing, modes: ['model'], examples, models: all })
  expect(all.asked).toHaveLength(4)
})

const scenarioWith = (expected: object): Scenario => {
  const turns = [{ from: 'mia', text: 'book 30 min with Sam tomorrow at 3pm', expect: expected }]
  return Scenario.parse({ id: '1.1', title: 'x', clock: '2026-11-23T08:00:00Z', turns })
}
const verdictOf = async (text: string, expected: object) => {
  const told = scenarioWith(expected)
  const turns = told.turns.map((turn) => ({ ...turn, text }))
  const scenarios = [{ agent: 'scheduling', scenario: { ...told, turns } }]
  const [one] = await evaluate({
    modes: ['rules'],
    scenarios,
    examples: [],
    models: cluelessModels(),
    policy,
    step: () => undefined,
  })
  return one
}

test('a turn that came out otherwise is wrong where something was done, and handed over where nothing was', async () => {
  const booked = { tasks: [{ intent: 'book', status: 'done', actions: [{ kind: 'calendar.create' }] }] }
  expect(await verdictOf('book 30 min with Sam tomorrow at 3pm', booked)).toMatchObject({ verdict: 'right', why: [] })
  expect(await verdictOf('block tomorrow 3pm for an hour of focus', { tasks: [] })).toMatchObject({ verdict: 'wrong' })
  expect(await verdictOf('book time with Sam', booked)).toMatchObject({ verdict: 'handed_over' })
  expect(await verdictOf('zzz', booked)).toMatchObject({
    verdict: 'handed_over',
    why: ['jobs: scheduling/book wanted, nothing came', expect.anything(), expect.anything()],
  })
})

test('too few right is a matter of scenarios with rules, not of sets nor of the model alone', () => {
  const one = { agent: 'a', cases: 10, right: 8, wrong: 1, handedOver: 1, calls: 0, tokens: 0, usdMicros: 0, ms: 1 }
  const figures = (['rules', 'both', 'model'] as const).flatMap((mode) => [
    { ...one, suite: 'scenarios', mode },
    { ...one, suite: 'mine', mode },
  ])
  expect(tooFew(figures, 80)).toEqual([])
  expect(tooFew(figures, 81).map(({ suite, mode }) => `${suite} ${mode}`)).toEqual([
    'scenarios rules',
    'scenarios both',
  ])
})

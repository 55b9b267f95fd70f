import { existsSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Model } from '#ports/model.ts'
import type { ModelAccount } from '#ports/models.ts'
import { differences } from '../../src/cli/eval/expectation.ts'
import { modelThat, modelThatFails } from '../../src/cli/eval/model-that.ts'
import { playedDesk } from '../../src/cli/eval/played-desk.ts'
import { readScenarios, type Scenario } from '../../src/cli/eval/scenario.ts'

const root = new URL('../../agents/', import.meta.url)
const scenarios = readdirSync(root)
  .map((id) => new URL(`${id}/scenarios/`, root))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => new URL(name, folder)))
  .flatMap(readScenarios)
  .filter(({ model }) => model.length === 0)

/** Flags of all messages that are the desk's job, at most. */
const MOST_FLAGGED = 0.1
/** What goes to a person whatever anybody understood: such messages are not the desk's to handle. */
const OUT_OF_SCOPE: ReadonlySet<string> = new Set(['HIGH_STAKES', 'TRUST', 'SENTIMENT', 'OUT_OF_DOMAIN'])

/** A scenario in the whole desk: its tasks, where it did otherwise than told, and on whose account a model was asked. */
async function played(scenario: Scenario, model: Model) {
  const accounts: ModelAccount[] = []
  const counting = (account: ModelAccount): Model => ({
    name: model.name,
    ask(ask) {
      accounts.push(account)
      return model.ask(ask)
    },
  })
  const desk = await playedDesk(scenario, { models: { for: counting } })
  const tasks = new Set<string>()
  const told: string[] = []
  const lines: { flagged: boolean }[] = []
  try {
    for (const turn of scenario.turns) {
      const result = await desk.say(turn)
      for (const { task } of result.tasks) tasks.add(task)
      told.push(...differences(turn, result, desk.idOf))
      const reasons = result.tasks.flatMap(({ flag }) => flag?.reason ?? [])
      const inScope = turn.text !== undefined && result.tasks.length > 0
      if (inScope && !reasons.some((reason) => OUT_OF_SCOPE.has(reason))) lines.push({ flagged: reasons.length > 0 })
    }
    return { tasks, told, accounts, lines }
  } finally {
    await desk.close()
  }
}

const nobody = { role: null, company: null, wants: null }
/** Answers of the right shape that point at nothing, by step. */
const NOTHING: Readonly<Record<string, unknown>> = {
  jobs: { jobs: [] },
  readTeam: { ...nobody, person: null, source: null, lead: null, band: null },
  read: {
    ...{ people: [], when: null, length: null, subject: null, place: null, meeting: null, meetingWhen: null },
    ...{ changes: [], notes: [], tasks: [], question: null },
    ...{ ...nobody, wants: [], budget: null, timeline: null, headcount: null, region: null },
  },
}

test('over all scenarios rules decide: half the tasks and more cost no call, none more than one, a silent model changes nothing, and flags are rare', async () => {
  const calls: number[] = []
  const lines: { flagged: boolean }[] = []
  for (const scenario of scenarios) {
    const silent = await played(
      scenario,
      modelThat(() => undefined),
    )
    expect(silent.told, `${scenario.id} with a model that says nothing`).toEqual([])
    if (silent.accounts.length > 0) {
      for (const other of [modelThatFails('down'), modelThat(({ name }) => NOTHING[name])])
        expect((await played(scenario, other)).told, `${scenario.id} with another model`).toEqual([])
    }
    lines.push(...silent.lines)
    for (const task of silent.tasks) calls.push(silent.accounts.filter((one) => one.task === task).length)
  }
  expect(calls.toSorted((a, b) => a - b)[Math.floor(calls.length / 2)]).toBe(0)
  expect(Math.max(...calls)).toBeLessThanOrEqual(1)
  const flagged = lines.filter((line) => line.flagged).length
  expect(flagged / lines.length, `${flagged} of ${lines.length} lines are flagged`).toBeLessThanOrEqual(MOST_FLAGGED)
}, 240_000)

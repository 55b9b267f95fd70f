import { expect, test } from 'vitest'
import type { Model } from '#ports/model.ts'
import type { ModelAccount } from '#ports/models.ts'
import { differences } from '../../src/cli/eval/expectation.ts'
import { modelOf, modelThat, modelThatFails } from '../../src/cli/eval/model-that.ts'
import { playedDesk } from '../../src/cli/eval/played-desk.ts'
import type { Scenario } from '../../src/cli/eval/scenario.ts'
import { scenarios } from './all.ts'

/** Flags of all messages that are the desk's job, at most. */
const MOST_FLAGGED = 0.1

/** The steps at which a model reads; beside them it words replies, and looks up what `ask` cites. */
const READS: ReadonlySet<string> = new Set(['jobs', 'read', 'readTeam'])

/** A call of a model: by what step, and on whose account. */
interface Call {
  step: string
  account: ModelAccount
}

/** A scenario in the whole desk: where it did otherwise than told, what a model was asked, and how often a model read for each task. */
async function played(scenario: Scenario, model: Model) {
  const calls: Call[] = []
  const counting = (account: ModelAccount): Model => ({
    name: model.name,
    ask(ask) {
      calls.push({ step: ask.name, account })
      return model.ask(ask)
    },
  })
  const desk = await playedDesk(scenario, { models: { for: counting } })
  const reads = new Map<string, number>()
  const told: string[] = []
  const lines: { flagged: boolean }[] = []
  try {
    for (const turn of scenario.turns) {
      const before = calls.length
      const result = await desk.say(turn)
      const anew = calls.slice(before).filter(({ step }) => READS.has(step))
      for (const [at, { task }] of result.tasks.entries()) {
        // What found the jobs of a message is on the account of the first of them.
        const own = anew.filter(({ account }) => account.task === task || (account.task === null && at === 0))
        reads.set(task, (reads.get(task) ?? 0) + own.length)
      }
      told.push(...differences(turn, result, desk.idOf))
      if (turn.text !== undefined && result.tasks.length > 0)
        lines.push({ flagged: result.tasks.some(({ flag }) => flag !== undefined && flag !== null) })
    }
    return { reads: [...reads.values()], told, calls, lines }
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

test('over all scenarios rules decide: half the tasks and more cost no call, a model reads at most once for each, a silent one changes nothing, and flags are rare', async () => {
  const reads: number[] = []
  const lines: { flagged: boolean }[] = []
  for (const scenario of scenarios) {
    const isGold = scenario.model.length > 0
    const run = await played(scenario, isGold ? modelOf(scenario) : modelThat(() => undefined))
    expect(run.told, `${scenario.id} with ${isGold ? 'its own model' : 'a model that says nothing'}`).toEqual([])
    if (run.calls.length > 0 && !isGold) {
      for (const other of [modelThatFails('down'), modelThat(({ name }) => NOTHING[name])])
        expect((await played(scenario, other)).told, `${scenario.id} with another model`).toEqual([])
    }
    lines.push(...run.lines)
    reads.push(...run.reads)
  }
  expect(reads.toSorted((a, b) => a - b)[Math.floor(reads.length / 2)]).toBe(0)
  expect(Math.max(...reads)).toBe(1)
  const flagged = lines.filter((line) => line.flagged).length
  expect(flagged / lines.length, `${flagged} of ${lines.length} lines are flagged`).toBeLessThanOrEqual(MOST_FLAGGED)
}, 900_000)

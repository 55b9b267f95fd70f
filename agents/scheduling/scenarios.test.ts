import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ACTIONS } from '#kernel/actions/catalogue.ts'
import { readScenarios } from '#test/scenarios/format.ts'
import { wordsOfRuling, worldOf } from '#test/scenarios/world.ts'
import { contract } from './contract.ts'
import { graph } from './graph.ts'

const folder = new URL('./scenarios/', import.meta.url)
const scenarios = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) => readScenarios(new URL(name, folder)))

test('every scenario has its own id', () => {
  const ids = scenarios.map((scenario) => scenario.id)
  expect(new Set(ids).size).toBe(ids.length)
})

describe.each(scenarios.map((scenario) => [`${scenario.id} ${scenario.title}`, scenario] as const))(
  '%s',
  (_title, scenario) => {
    test('the agent alone rules as told', async () => {
      const world = worldOf(scenario, graph)
      for (const turn of scenario.turns) {
        const [task] = turn.expect.tasks.filter((one) => one.agent === contract.id)
        if (!task || turn.text === undefined) continue
        const { output, path } = await world.say(turn, task.intent)
        const { ruling } = output
        const shown = `${turn.text} -> ${JSON.stringify(ruling)}`
        expect(path).toEqual(['read', 'gather', 'decide'])
        expect(() => contract.request.parse(output.request)).not.toThrow()
        if (task.ruling) expect(ruling.type, shown).toBe(task.ruling)
        // The gate's flags are none of the agent's.
        if (task.flag && task.ruling !== 'propose')
          expect(ruling, shown).toMatchObject({ type: 'flag', reason: task.flag })
        const actions = 'actions' in ruling ? ruling.actions : []
        for (const action of actions) {
          expect(contract.proposes, shown).toContain(action.kind)
          expect(ACTIONS.get(action.kind)?.args.safeParse(action.args).error, shown).toBeUndefined()
        }
        if (task.actions) {
          expect(
            actions.map((action) => action.kind),
            shown,
          ).toEqual(task.actions.map((action) => action.kind))
          expect(actions, shown).toMatchObject(task.actions.map(({ kind, args }) => ({ kind, args })))
        }
        if (task.question) expect(ruling.type === 'ask' ? ruling.question.text : shown).toMatch(task.question)
        if (task.choices) {
          const labels = ruling.type === 'ask' ? ruling.question.choices.map((choice) => choice.label) : []
          expect(labels.length, shown).toBe(task.choices.length)
          for (const [at, pattern] of task.choices.entries()) expect(labels[at], shown).toMatch(pattern)
        }
        if (task.says) expect(wordsOfRuling(ruling), shown).toMatch(task.says)
      }
    })
  },
)

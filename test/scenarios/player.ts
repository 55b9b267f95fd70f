import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ACTIONS } from '#kernel/actions/catalogue.ts'
import type { Pack } from '#kernel/pack.ts'
import { packInForce } from '#ladder/read-packs.ts'
import type { Contract } from '#ports/agent.ts'
import { readScenarios } from '../../src/cli/eval/scenario.ts'
import { type StreamedGraph, wordsOfRuling, worldOf } from './world.ts'

/** What is played: an agent by itself, without gate or desk. */
export interface Played {
  contract: Contract
  graph: StreamedGraph
  packs: readonly Pack[]
  /** The nodes every run of it passes, in order. */
  path: readonly string[]
}

/**
 * Plays every scenario of an agent's folder to the agent alone: what it rules, proposes, asks and says. What only a model
 * understands is played in the whole desk, which puts it to whoever wrote.
 */
export function playScenarios({ contract, graph, packs, path: nodes }: Played): void {
  const folder = new URL(`../../agents/${contract.id}/scenarios/`, import.meta.url)
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : []
  const scenarios = files
    .flatMap((name) => readScenarios(new URL(name, folder)))
    .filter(({ model }) => model.length === 0)

  test('every scenario has its own id', () => {
    const ids = scenarios.map((scenario) => scenario.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  describe.each(scenarios.map((scenario) => [`${scenario.id} ${scenario.title}`, scenario] as const))(
    '%s',
    (_title, scenario) => {
      test('the agent alone rules as told', async () => {
        const world = worldOf(scenario, { graph, pack: packInForce({ contract, packs }) })
        for (const turn of scenario.turns) {
          const [task] = turn.expect.tasks.filter((one) => one.agent === contract.id)
          if (!task || turn.text === undefined) continue
          const { output, path } = await world.say(turn, task.intent)
          const { ruling } = output
          const shown = `${turn.text} -> ${JSON.stringify(ruling)}`
          expect(path).toEqual(nodes)
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
}

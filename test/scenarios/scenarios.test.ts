import { describe, expect, test } from 'vitest'
import { differences } from '../../src/cli/eval/expectation.ts'
import { modelOf } from '../../src/cli/eval/model-that.ts'
import { playedDesk } from '../../src/cli/eval/played-desk.ts'
import { scenarios } from './all.ts'

test('every scenario has its own id', () => {
  const ids = scenarios.map((scenario) => scenario.id)
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
})

describe.each(scenarios.map((scenario) => [`${scenario.id} ${scenario.title}`, scenario] as const))(
  '%s',
  (_title, scenario) => {
    test('the whole desk does as told', async () => {
      const model = scenario.model.length > 0 ? modelOf(scenario) : null
      const desk = await playedDesk(scenario, model ? { models: { for: () => model } } : {})
      try {
        for (const turn of scenario.turns) {
          const result = await desk.say(turn)
          const shown = `${turn.text ?? turn.decide?.verb} -> ${JSON.stringify(result)}`
          expect(differences(turn, result, desk.idOf), shown).toEqual([])
        }
      } finally {
        await desk.close()
      }
    })
  },
)

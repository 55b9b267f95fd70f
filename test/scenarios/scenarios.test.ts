import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { linkTo } from '#kernel/actions/links.ts'
import { type PlayedDesk, playedDesk } from './desk.ts'
import { readScenarios } from './format.ts'

const root = new URL('../../agents/', import.meta.url)
const folders = readdirSync(root)
  .map((id) => new URL(`${id}/scenarios/`, root))
  .filter((folder) => existsSync(folder))
const files = [...folders, new URL('./', import.meta.url)].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && !name.endsWith('.policy.yaml'))
    .map((name) => new URL(name, folder)),
)
const scenarios = files.flatMap(readScenarios)

/** Expected arguments with the ids that records really have: `plan:0` is the first action of the same task. */
function named(desk: PlayedDesk, task: string, args: Record<string, unknown>): Record<string, unknown> {
  const real = (value: unknown, field?: string): unknown => {
    if (Array.isArray(value)) return value.map((inner) => real(inner))
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, real(inner, name)]))
    if (typeof value !== 'string') return value
    if (value.startsWith('plan:')) return desk.idOf(linkTo(`${task}.${value.slice('plan:'.length)}`))
    return field === 'id' || value.startsWith('made-') ? desk.idOf(value) : value
  }
  return real(args) as Record<string, unknown>
}

test('every scenario has its own id', () => {
  const ids = scenarios.map((scenario) => scenario.id)
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
})

describe.each(scenarios.map((scenario) => [`${scenario.id} ${scenario.title}`, scenario] as const))(
  '%s',
  (_title, scenario) => {
    test('the whole desk does as told', async () => {
      const desk = await playedDesk(scenario)
      try {
        for (const turn of scenario.turns) {
          const result = await desk.say(turn)
          const shown = `${turn.text ?? turn.decide?.verb} -> ${JSON.stringify(result)}`
          const { tasks, reply } = turn.expect
          expect(
            result.tasks.map((task) => `${task.agent}/${task.intent}`),
            shown,
          ).toEqual(tasks.map((task) => `${task.agent}/${task.intent}`))
          for (const [at, wanted] of tasks.entries()) {
            const task = result.tasks[at]
            if (wanted.status) expect(task?.status, shown).toBe(wanted.status)
            if (wanted.actions)
              expect(task?.actions, shown).toMatchObject(
                wanted.actions.map(({ args, ...rest }) => ({ ...rest, args: named(desk, task?.task ?? '', args) })),
              )
            if (wanted.flag) expect(task?.flag?.reason, shown).toBe(wanted.flag)
            if (wanted.owner) expect(task?.flag?.owner, shown).toBe(wanted.owner)
            if (wanted.question) expect(task?.question?.text ?? '', shown).toMatch(wanted.question)
            const spoken = ['answer', 'refuse', 'ask'].includes(wanted.ruling ?? '')
            if (wanted.says && spoken) expect((result.reply ?? '').trim(), shown).toMatch(wanted.says)
          }
          if (reply === null) expect(result.reply, shown).toBeNull()
          if (reply) expect(result.reply ?? '', shown).toMatch(reply)
        }
      } finally {
        await desk.close()
      }
    })
  },
)

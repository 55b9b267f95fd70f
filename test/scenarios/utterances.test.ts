import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readScenarios, type Scenario } from '../../src/cli/eval/scenario.ts'

/** What people really type to each agent, the sayings it is specified by: their numbers are `4.1.1`, `4.1.2`, ... */
const SAYINGS: readonly { agent: string; section: string; count: number }[] = [
  { agent: 'scheduling', section: '4.1', count: 27 },
  { agent: 'lead-qualification', section: '5.1', count: 28 },
  { agent: 'crm-update', section: '6.1', count: 27 },
  { agent: 'outreach-draft', section: '7.1', count: 27 },
  { agent: 'sentiment', section: '8.1', count: 22 },
]
const served = SAYINGS.map((one) => ({
  ...one,
  folder: new URL(`../../agents/${one.agent}/scenarios/`, import.meta.url),
}))

/** Sayings that a later part of the agent's work serves: drafts of mail, sequences, replies and what becomes of them. */
const NOT_YET: ReadonlySet<string> = new Set(
  [1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27].map(
    (one) => `7.1.${one}`,
  ),
)

const sayingOf = ({ id }: Pick<Scenario, 'id'>): string => id.replace(/[a-z]$/, '')

describe.each(served.filter(({ folder }) => existsSync(folder)))('$agent', ({ section, count, folder }) => {
  const sayings = Array.from({ length: count }, (_, at) => `${section}.${at + 1}`)
  const scenarios = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => readScenarios(new URL(name, folder)))
    .filter(({ id }) => id.startsWith(`${section}.`))

  test('every saying has a scenario, and every scenario of sayings one of them', () => {
    const played = new Set(scenarios.map(sayingOf))
    expect(sayings.filter((id) => !played.has(id) && !NOT_YET.has(id))).toEqual([])
    expect([...played].filter((id) => NOT_YET.has(id))).toEqual([])
    expect([...played].filter((id) => !sayings.includes(id))).toEqual([])
  })

  test('a letter stands behind a further scenario of the same saying only', () => {
    const ids = new Set(scenarios.map(({ id }) => id))
    expect(scenarios.filter((one) => !ids.has(sayingOf(one))).map(({ id }) => id)).toEqual([])
  })

  test('each of their turns says what the whole desk answers, or that it is silent', () => {
    const open = scenarios.flatMap(({ id, turns }) =>
      turns.filter(({ expect: wanted }) => wanted.reply === undefined).map(({ text }) => `${id}: ${text}`),
    )
    expect(open).toEqual([])
  })
})

import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readScenarios, type Scenario } from './format.ts'

/** What people really type to the scheduling agent: the sayings it is specified by, by number. */
const SAYINGS = Array.from({ length: 27 }, (_, at) => `4.1.${at + 1}`)

const folder = new URL('../../agents/scheduling/scenarios/', import.meta.url)
const scenarios = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) => readScenarios(new URL(name, folder)))
  .filter(({ id }) => id.startsWith('4.1.'))

const sayingOf = ({ id }: Pick<Scenario, 'id'>): string => id.replace(/[a-z]$/, '')

test('every saying has a scenario, and every scenario of sayings one of them', () => {
  const played = new Set(scenarios.map(sayingOf))
  expect(SAYINGS.filter((id) => !played.has(id))).toEqual([])
  expect([...played].filter((id) => !SAYINGS.includes(id))).toEqual([])
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

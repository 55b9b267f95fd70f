import { existsSync, readdirSync } from 'node:fs'
import { agents } from '#agents/manifest.ts'
import { contract as ask } from '#graphs/ask/contract.ts'
import { DeskError } from '#kernel/errors.ts'
import { type Case, type Mode, timed, type Verdict } from './case.ts'
import { type Came, differences } from './expectation.ts'
import type { Metered } from './metered.ts'
import { playedDesk } from './played-desk.ts'
import { readersOf } from './routing.ts'
import { readScenarios, type Scenario, type Turn } from './scenario.ts'

/** Where the scenarios of each agent are, and those of the questions about what happened, which are asked of no agent. */
const FOLDERS: ReadonlyMap<string, URL> = new Map([
  ...agents.map(({ contract: { id } }) => [id, new URL(`../../../agents/${id}/scenarios/`, import.meta.url)] as const),
  [ask.id, new URL('../../../graphs/ask/scenarios/', import.meta.url)],
])

/** A scenario of an agent's folder. */
export interface Told {
  agent: string
  scenario: Scenario
}

/** Every scenario of the installed agents and of `ask`, or of one of them. @throws DeskError USAGE where there is no such agent */
export function agentScenarios(only: string | null): Told[] {
  if (only !== null && !FOLDERS.has(only))
    throw new DeskError('USAGE', {
      problem: `No agent "${only}" has scenarios; known: ${[...FOLDERS.keys()].join(', ')}.`,
    })
  return [...FOLDERS].flatMap(([agent, folder]) => {
    if ((only !== null && agent !== only) || !existsSync(folder)) return []
    const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
    return files.flatMap((name) => readScenarios(new URL(name, folder)).map((scenario) => ({ agent, scenario })))
  })
}

/** Plays a scenario on a desk of its own, and judges every turn. Later turns stand on what the desk made of the earlier ones. */
export async function playScenario({ agent, scenario }: Told, mode: Mode, { models, take }: Metered): Promise<Case[]> {
  const desk = await playedDesk(scenario, { models, readerFor: readersOf(mode) })
  const cases: Case[] = []
  try {
    for (const [at, turn] of scenario.turns.entries()) {
      const { value: came, ms } = await timed(() => desk.say(turn))
      const why = differences(whoever(turn), came, desk.idOf)
      const id = scenario.turns.length > 1 ? `${scenario.id}#${at + 1}` : scenario.id
      cases.push({
        suite: 'scenarios',
        agent,
        mode,
        id,
        said: turn.text ?? turn.decide?.verb ?? '',
        verdict: verdictOf(turn, came, why),
        why,
        ms,
        asked: take(),
      })
    }
  } finally {
    await desk.close()
  }
  return cases
}

/** What is to come of a turn, whichever rung understands it. */
const whoever = (turn: Turn): Turn => ({
  ...turn,
  expect: { ...turn.expect, tasks: turn.expect.tasks.map(({ tier: _tier, ...task }) => task) },
})

const WITHOUT_DOING: ReadonlySet<string> = new Set(['waiting_requester', 'waiting_human', 'declined'])

/** Something other than told is handed over where nothing was done and the desk asks, flags, or says that it cannot. */
function verdictOf(turn: Turn, { tasks }: Came, why: readonly string[]): Verdict {
  if (why.length === 0) return 'right'
  const waits = tasks.every(({ status }) => WITHOUT_DOING.has(status))
  const wrote = tasks.some(({ actions }) => actions.some(({ status }) => status !== 'proposed' && status !== 'refused'))
  return waits && !wrote && (tasks.length > 0 || turn.expect.tasks.length > 0) ? 'handed_over' : 'wrong'
}

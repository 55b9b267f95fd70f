import { readdirSync } from 'node:fs'
import { agentScenarios } from '../../src/cli/eval/playing.ts'
import { readScenarios, type Scenario } from '../../src/cli/eval/scenario.ts'

const here = new URL('./', import.meta.url)

/** Every gold conversation: the agents', those about what happened, and those that need the whole desk. */
export const scenarios: readonly Scenario[] = [
  ...agentScenarios(null).map(({ scenario }) => scenario),
  ...readdirSync(here)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => readScenarios(new URL(name, here))),
]

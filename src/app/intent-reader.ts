import { compileCues, type IntentReader, trainedReader } from '#language/intent.ts'
import type { Agent } from '#ports/agent.ts'

/** Compiled once: agents do not change while a process runs, and every composition needs the same reader. */
const readers = new WeakMap<readonly Agent[], IntentReader>()

/** The reader over the cues of every installed agent, with what was learned from public examples. */
export function intentReader(agents: readonly Agent[]): IntentReader {
  const known = readers.get(agents)
  if (known) return known
  const reader = compileCues(
    agents.map((agent) => ({ agent: agent.contract.id, cues: agent.cues })),
    trainedReader(),
  )
  readers.set(agents, reader)
  return reader
}

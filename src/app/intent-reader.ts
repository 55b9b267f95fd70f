import type { Audience, Cue } from '#kernel/cue.ts'
import { compileCues, type IntentReader, trainedReader } from '#language/intent.ts'
import type { Agent } from '#ports/agent.ts'

/** Compiled once: agents do not change while a process runs, and every composition needs the same readers. */
const readers = new WeakMap<readonly Agent[], Map<string, IntentReader>>()

/**
 * The reader over the cues of every installed agent, with what was learned from public examples.
 * @param from whose messages it reads: cues that others say are left out
 */
export function intentReader(agents: readonly Agent[], from: Audience = 'member'): IntentReader {
  const says = ({ audience }: Cue) => audience?.includes(from) ?? true
  const compiled = readers.get(agents) ?? new Map<string, IntentReader>()
  readers.set(agents, compiled)
  const key = agents.map(({ cues }) => cues.map((cue) => Number(says(cue))).join('')).join()
  const reader =
    compiled.get(key) ??
    compileCues(
      agents.map(({ contract, cues }) => ({ agent: contract.id, cues: cues.filter(says) })),
      trainedReader(),
    )
  compiled.set(key, reader)
  return reader
}

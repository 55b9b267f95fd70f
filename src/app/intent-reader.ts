import { compileCues, type IntentReader } from '#language/intent.ts'
import type { Agent } from '#ports/agent.ts'

/** The reader over the cues of every installed agent. */
export function intentReader(agents: readonly Agent[]): IntentReader {
  return compileCues(agents.map((agent) => ({ agent: agent.contract.id, cues: agent.cues })))
}

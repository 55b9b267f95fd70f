import { type CompiledCue, names, refuses } from './evidence.ts'
import type { Seen } from './phrases.ts'

/**
 * Reads the explicit verbs (`meet @sam 25m tmrw`, `free thursday`). A verb that is also an ordinary word of its cue
 * ("cancel", "move") only counts as explicit where something the cue is about stands with it, so that "cancel my
 * subscription" is not taken for a command.
 */
export function slashReader(cues: readonly CompiledCue[]): (seen: Seen) => { agent: string; intent: string } | null {
  const bySlash = Map.groupBy(
    cues.filter((cue) => cue.slash),
    (cue) => cue.slash,
  )
  return (seen) => {
    const first = seen.words[0]?.plain ?? ''
    const cue = bySlash.get(first)?.find((one) => !refuses(seen, one) && (!one.ordinary || names(seen, one)))
    return cue ? { agent: cue.agent, intent: cue.intent } : null
  }
}

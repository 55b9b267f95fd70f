import type { CueIndex } from './cue-index.ts'
import { isAbout } from './evidence.ts'
import type { Seen } from './phrases.ts'

/**
 * Reads the explicit verbs (`meet @sam 25m tmrw`, `free thursday`, `/cancel 3pm`, `cancel` alone). Without the sign, a verb that is also an ordinary word of its cue
 * ("cancel", "move") only counts as explicit where something the cue is about stands with it, so that "cancel my
 * subscription" is not taken for a command.
 */
export function slashReader(
  index: CueIndex,
): (seen: Seen, signed: boolean) => { agent: string; intent: string } | null {
  const slashes = new Map(index.cues.flatMap((cue) => (cue.slash ? [[cue.slash, cue] as const] : [])))
  return (seen, signed) => {
    const cue = slashes.get(seen.words[0]?.plain ?? '')
    if (!cue) return null
    const found = index.find(seen).get(cue)
    const alone = seen.words.length === 1
    const counts = signed || alone || (found ? (cue.ordinary ? isAbout(cue, found) : !found.refused) : !cue.ordinary)
    return counts ? { agent: cue.agent, intent: cue.intent } : null
  }
}

/** What a member may tell the desk itself, without any agent. */
export type DeskVerb =
  | { verb: 'undo'; action: string | null }
  | { verb: 'why'; about: string | null }
  | { verb: 'pause' | 'resume' | 'flags' | 'help' }
  | { verb: 'decide'; decision: 'approve' | 'decline' | 'take_over' | 'snooze'; flag: string; note: string | null }
  | { verb: 'erase'; who: string }

const SIGN = /^\s*(?:[/!](?:desk\s+)?)?/

/**
 * Reads a desk verb, or null. Only whole short commands count ("undo", "undo that", "why t3k9", "approve f8a2"): a sentence
 * that merely begins so is a message.
 */
export function readVerb(text: string): DeskVerb | null {
  const words = text
    .replace(SIGN, '')
    .trim()
    .replace(/[.!?]+$/, '')
  const match = (pattern: RegExp) => pattern.exec(words)
  const undo = match(/^undo(?:\s+(?:that|it|this|last|(\w+\.\d+)))?$/i)
  if (undo) return { verb: 'undo', action: undo[1] ?? null }
  const why = match(/^why(?:\s+(?:that|this|(\w+(?:\.\d+)?)))?$/i)
  if (why) return { verb: 'why', about: why[1] ?? null }
  const single = match(/^(pause|resume|flags|help)$/i)
  if (single) return { verb: single[1]?.toLowerCase() as 'pause' | 'resume' | 'flags' | 'help' }
  const decide = match(/^(approve|decline|take over|snooze)\s+(f\w{6,})(?:\s+(.+))?$/i)
  if (decide?.[2]) {
    const decision = decide[1]?.toLowerCase().replace(' ', '_') as 'approve' | 'decline' | 'take_over' | 'snooze'
    return { verb: 'decide', decision, flag: decide[2], note: decide[3] ?? null }
  }
  const erase = match(/^erase\s+(\S+@\S+|\S{2,60})$/i)
  return erase?.[1] ? { verb: 'erase', who: erase[1] } : null
}

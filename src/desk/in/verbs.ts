import type { ChannelVerb } from '#ports/channel.ts'
import { readVersionVerb, type VersionVerb } from './version-verbs.ts'

/** What a member may tell the desk itself, without any agent. */
export type DeskVerb =
  | { verb: 'undo'; action: string | null }
  | { verb: 'why'; about: string | null }
  | { verb: 'pause' | 'resume' | 'flags' | 'cost' | 'help' }
  | { verb: 'decide'; decision: 'approve' | 'decline' | 'take_over' | 'snooze'; flag: string; note: string | null }
  | { verb: 'erase'; who: string }
  | VersionVerb
  /** `strict`: said to the desk itself, whether or not anybody is called so. */
  | { verb: 'hands_off' | 'give_back'; who: string; strict: boolean }

/** The words of the desk itself, for channels that list them. */
export const DESK_VERBS: readonly ChannelVerb[] = [
  { verb: 'help', says: 'What the desk does' },
  { verb: 'flags', says: 'What waits for a decision' },
  { verb: 'approve', says: 'Says yes to what waits', about: 'flag' },
  { verb: 'decline', says: 'Says no to what waits, with a reason where you give one', about: 'flag' },
  { verb: 'take over', says: 'You do it yourself, and the desk keeps out', about: 'flag' },
  { verb: 'snooze', says: 'Asks you again in so many minutes', about: 'flag' },
  { verb: 'undo', says: 'Takes back what was done', about: 'action' },
  { verb: 'why', says: 'Why something was done, or is asked', about: 'work' },
  { verb: 'cost', says: 'What the model has cost, and for what' },
]

const SIGN = /^\s*(?:[/!](?:desk\s+)?)?/

const DESK = '(?:the )?(?:bot|desk|nightdesk|assistant|replies|answers)'
/** "pause bot on Acme, I'm handling", "take over Acme", "I'm handling Acme". */
const HANDS_OFF = new RegExp(
  `^(?:please )?(?:(?<desk>(?:pause|mute|silence|stop) ${DESK}(?: on| for| with| in| to| at)?)|(?:i(?:'ll| will) )?(?:take over|hands off)|i(?:'m|’m| am) (?:handling|on it with)|i(?:'ll| will) handle) (?<who>[^,;]{2,80}?)(?:[,;].*)?$`,
  'i',
)
/** "give back Acme", "hand Acme back", "resume bot on Acme". */
const GIVE_BACK = new RegExp(
  `^(?:please )?(?:(?<desk>(?:resume|unpause|unmute) ${DESK}(?: on| for| with| in| to| at)?)|(?:give|hand) back|you can have) (?<who>[^,;]{2,80}?)(?: back)?(?:[,;].*)?$|^(?:give|hand) (?<whom>[^,;]{2,80}?) back(?: to (?:you|the bot|the desk))?(?:[,;].*)?$`,
  'i',
)

/** "what's waiting?", "anything to approve?": what waits for a decision. */
const WAITING =
  /^(?:(?:what(?:['’]s| is)|is there anything|anything) (?:still )?(?:waiting|pending)(?: for (?:me|us|a decision|approval))?|what needs (?:(?:my|our|a) )?(?:yes|approval|decision)|(?:is there )?anything (?:for me )?to (?:approve|decide))$/i

function keptOut({ groups }: RegExpExecArray, back: boolean): DeskVerb | null {
  const who = (groups?.who ?? groups?.whom ?? '').trim()
  return { verb: back ? 'give_back' : 'hands_off', who, strict: groups?.desk !== undefined }
}

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
  if (match(/^(?:what (?:can|do) you do|who are you|how does this work)$/i)) return { verb: 'help' }
  const single = match(/^(pause|resume|flags|cost|help)$/i)
  if (single) return { verb: single[1]?.toLowerCase() as 'pause' | 'resume' | 'flags' | 'cost' | 'help' }
  if (match(WAITING)) return { verb: 'flags' }
  const decide = match(/^(approve|decline|take over|snooze)\s+(f\w{6,})(?:\s+(.+))?$/i)
  if (decide?.[2]) {
    const decision = decide[1]?.toLowerCase().replace(' ', '_') as 'approve' | 'decline' | 'take_over' | 'snooze'
    return { verb: 'decide', decision, flag: decide[2], note: decide[3] ?? null }
  }
  const kept = match(HANDS_OFF) ?? match(GIVE_BACK)
  if (kept) return keptOut(kept, match(GIVE_BACK) !== null)
  const versions = readVersionVerb(words)
  if (versions) return versions
  const erase = match(/^erase\s+(\S+@\S+|\S{2,60})$/i)
  return erase?.[1] ? { verb: 'erase', who: erase[1] } : null
}

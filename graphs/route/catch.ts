import { type IntentReader, isCourtesy, isRequest, isThanks } from '#language/intent.ts'
import type { Agent } from '#ports/agent.ts'
import { foundByRules, type Routed, type ToRoute } from '#ports/router.ts'

/** The intents under which an agent is given what it catches: a whole message, or what stands beside other jobs. */
const WHOLE = 'inbound'
const BESIDE = 'aside'

/** Below what starts a new job while a question is open: there it is the answer. */
const CONFIDENCE = 0.5

/** Words from which a clause of a message beside a job says something of its own. */
const WORDS_OF_ITS_OWN = 3

/** By which of the doors that agents catch at a message came; null: by none. */
export function doorOf({ from, channel }: Pick<ToRoute, 'from' | 'channel'>): 'stranger' | 'form' | 'email' | null {
  if (from === 'member') return null
  if (channel === 'form') return 'form'
  if (from === 'client') return null
  return channel === 'email' ? 'email' : 'stranger'
}

/** Whether a message is caught whole, before anybody else may claim a part of it: what strangers send by form or e-mail. */
export const isCaughtFirst = (message: Pick<ToRoute, 'from' | 'channel'>): boolean =>
  message.from === 'stranger' && (doorOf(message) === 'form' || doorOf(message) === 'email')

/** The job of whoever catches what came by this door and nobody claims. Greetings and thanks are nobody's. */
export function caught(agents: readonly Agent[], message: ToRoute): Routed[] {
  const door = doorOf(message)
  const catcher = agents.find(({ contract }) => door !== null && contract.catches?.includes(door))
  if (!catcher || (saysNothing(message.text) && !message.fields)) return []
  return [jobOf(catcher, WHOLE, message.text)]
}

/**
 * The job of whoever catches strangers' words, where some of them stand beside a job of somebody else. It is given the whole
 * message: what a clause says ("budget 30k") is known by the others.
 */
export function caughtBeside(
  agents: readonly Agent[],
  message: ToRoute,
  reader: IntentReader,
  claimed: readonly Routed[],
): Routed[] {
  const catcher = agents.find(({ contract }) => contract.catches?.includes('stranger'))
  if (!catcher || doorOf(message) !== 'stranger') return []
  if (claimed.some(({ agent }) => agent === catcher.contract.id)) return []
  const own = message.text.split(CLAUSES).some((clause) => saysItsOwn(clause) && reader.read(clause).agent === null)
  return own ? [jobOf(catcher, BESIDE, message.text)] : []
}

const CLAUSES = /[,;:!?\n]+\s*|\.\s+/u

const saysItsOwn = (clause: string): boolean =>
  (clause.match(/[\p{L}\p{N}]{2,}/gu)?.length ?? 0) >= WORDS_OF_ITS_OWN && !isCourtesy(clause) && !isRequest(clause)

/** A picture or a voice note has no words at all, and its sender waits for an answer. */
const saysNothing = (text: string): boolean => text.trim() !== '' && (isThanks(text) || isCourtesy(text))

const jobOf = ({ contract }: Agent, intent: string, text: string): Routed =>
  foundByRules({ agent: contract.id, intent, text }, CONFIDENCE)

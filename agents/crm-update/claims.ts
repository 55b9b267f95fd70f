import type { Policy } from '#policy/policy.ts'
import type { Scope } from '#ports/agent.ts'
import { readingOf } from './read/reading.ts'
import { readSet } from './read/set.ts'
import { spotsIn } from './read/spot.ts'
import type { Change } from './request/write.ts'

/** Words from which something told of somebody is worth keeping. */
const WORDS_WORTH_A_NOTE = 4

const ASKS =
  /\?\s*$|^\s*(?:(?:so|and|hey|hi|ok)[,\s]+)?(?:who|whos|what|whats|when|where|which|why|how|hows|is|are|was|were|do|does|did|has|have|any|anything)\b/iu

/** What has happened, or how things are. Without it a name is only mentioned. */
const TELLS =
  /\b(?:went|was|were|is|are|had|wants?|wanted|said|asked|agreed|likes?|liked|hates?|needs?|thinks?|prefers?)\b/iu

/**
 * What is asked of this agent by a member's message that no cue knows and that names somebody on file: a change where the readers
 * find one, else an answer, else that it be kept as it was told. A given name alone is no such name, but for a change: others bear it.
 */
export async function claims(text: string, scope: Scope<Policy>): Promise<'update' | 'query' | 'mention' | null> {
  const { principal } = scope
  if (principal.kind !== 'member' || principal.assurance !== 'verified') return null
  const reading = await readingOf(scope)
  const spots = spotsIn(text, reading.book)
  if (spots.length === 0) return null
  const asks = ASKS.test(text)
  if (!asks && readSet(text, reading).some(({ changes }) => changes.some(isSound))) return 'update'
  if (spots.every(({ person, words }) => person && !/\s/u.test(words))) return null
  if (asks) return 'query'
  return TELLS.test(text) && countOf(text) >= WORDS_WORTH_A_NOTE ? 'mention' : null
}

/** Whether a value can be what its field holds: "the call about jo's email" names a field and no address. */
const isSound = ({ field, value }: Change): boolean =>
  value.type !== 'text' || !(field === 'email' || field === 'phone') || /[@\d]/u.test(value.text)

const countOf = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

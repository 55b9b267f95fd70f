import { cleanText, sayWho } from '#kernel/display.ts'
import { languageOf, phrasesIn } from '#kernel/phrases.ts'
import { isoDay } from '#kernel/time.ts'
import { isCourtesy } from '#language/intent.ts'
import { ownerOf } from '#policy/people.ts'
import type { ModelFailure } from '#ports/model.ts'
import { enqueue } from '#store/outbox/outbox.ts'
import type { DeskContext } from '../context.ts'
import { toMember } from '../out/to-member.ts'
import type { Turn, TurnOutcome } from './turn-types.ts'

/** Words from which a message that is nobody's job is worth an answer; "thx" and "👍" are not. */
const WORDS_WORTH_AN_ANSWER = 3

const SUCH_AS = '"book 30 min with Sam tomorrow at 3pm", "move globex to proposal" or "tell acme the report is friday"'

/** What a member is told the desk does; somebody outside hears only what it does for them. */
const DOES_FOR_MEMBERS = `That is not something I do yet. I keep calendars, reminders, leads and deals, and tell clients what you want them told: try ${SUCH_AS}, or say help.`

const FAILED: Readonly<Record<ModelFailure, string>> = {
  down: 'does not answer at the moment',
  slow: 'did not answer in time',
  cap: 'may cost no more at the moment',
  refused: 'would not read it',
  garbage: 'gave no answer that can be used',
  too_long: 'does not take so much at once',
}

/** A message that is nobody's job. Where that may be so only because no model could read it, that is said, and nothing of it is lost. */
export function nobodysJob(desk: DeskContext, turn: Turn): TurnOutcome {
  const { event, principal } = turn
  const words = event.text.match(/[\p{L}\p{N}]{2,}/gu) ?? []
  if (event.addressed === false || words.length < WORDS_WORTH_AN_ANSWER || isCourtesy(event.text)) return { tasks: [] }
  const phrases = phrasesIn(languageOf(principal))
  const failure = desk.models.unread(turn.seq)
  if (principal.kind !== 'member')
    return failure
      ? { tasks: [], lines: [phrases.notRead], also: () => passOn(desk, turn) }
      : { tasks: [], lines: [phrases.nobodysJob] }
  return { tasks: [], lines: [failure ? unread(failure) : DOES_FOR_MEMBERS] }
}

const unread = (failure: ModelFailure): string =>
  `My rules do not know that, and the model ${FAILED[failure]}, so nothing was done. Say it in plainer words, such as ${SUCH_AS}, use a command (say help), or send it again later.`

/** What somebody outside wrote, for a person to read: one message for a conversation and a day, whatever else is written there. */
function* passOn(desk: DeskContext, { event, principal }: Turn) {
  if (event.simulated) return
  const owner = ownerOf(desk.policy(), 'OUT_OF_DOMAIN')
  const day = isoDay(desk.clock.nowMs(), desk.policy().company.timezone)
  const text = `${sayWho(principal)} wrote what my rules do not know, and no model could read it: "${cleanText(event.text, { maxLength: 1000 })}". I said that a person will.`
  const message = { type: 'notice' as const, to: [owner.id], text, choices: [] }
  const key = `unread:${event.channel}:${event.conversation}:${day}`
  for (const draft of toMember(desk, owner.id, { key, message, task: null })) yield* enqueue(draft)
}

/** A colleague who greets the desk is greeted; whoever greets from outside will say what they want. */
export const greeting = ({ event, principal }: Turn): string[] =>
  principal.kind === 'member' && event.addressed !== false ? ['Hello. Tell me what you need, or say help.'] : []

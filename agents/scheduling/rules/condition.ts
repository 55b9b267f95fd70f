import type { RulingDraft } from '#kernel/ruling.ts'
import { phrasesFor } from '../phrases.ts'
import type { Request } from '../request.ts'
import { sayEvent } from '../say.ts'
import { ask, choice, NO, YES } from './ask.ts'
import { sitsAt, spanOf } from './busy.ts'
import { type Facts, nameOf } from './facts.ts'
import { isDay } from './meant.ts'

/** "Only if ...": an answer where it does not hold, a question where it cannot be checked, null where the way is free. */
export function unmetCondition(request: Request, facts: Facts): RulingDraft | null {
  const { condition } = request
  if (!condition) return null
  if (condition.type === 'unknown') {
    return ask(
      phrasesFor(facts).cannotCheck(condition.text),
      ['condition'],
      [choice(phrasesFor(facts).goAhead, YES), choice(phrasesFor(facts).leaveIt, NO)],
    )
  }
  const met = facts.events.filter((event) => {
    const { startMs, endMs } = spanOf(event)
    const held = event.status !== 'cancelled' && startMs >= condition.sinceMs && endMs <= facts.nowMs
    return (
      held &&
      !isDay(event) &&
      facts.named.some((address) => sitsAt(event, address)) &&
      facts.own.some((own) => sitsAt(event, own))
    )
  })
  const last = met.at(-1)
  if (!last) return null
  const who = facts.named.map((address) => nameOf(facts, address)).join(' and ')
  return { type: 'answer', text: `You met ${who} in that time (${sayEvent(last, facts)}), so I booked nothing.` }
}

import type { Card } from '#kernel/outbound.ts'
import { sayMoment } from '#kernel/time.ts'
import type { Operation } from '#ports/sql.ts'
import { lastHeard } from '#store/heard.ts'
import { taskById } from '#store/tasks/task-rows.ts'
import type { DeskContext } from '../context.ts'

/**
 * A card with the clock of whoever waits for the decision: until when they can be answered in free text, where their channel has such
 * an end. It is another line of what the card rests on, so every channel draws it.
 */
export function* withClock(desk: DeskContext, card: Card, zone: string): Operation<Card> {
  const row = yield* taskById(card.task)
  if (!row || row.task.principal.kind === 'member') return card
  const { channel, conversation } = row.task
  const windowMs = desk.channels.get(channel)?.capabilities.windowMs
  const heardMs = windowMs === undefined ? null : yield* lastHeard({ channel, place: conversation })
  if (windowMs === undefined || heardMs === null) return card
  const nowMs = desk.clock.nowMs()
  const endMs = heardMs + windowMs
  const until = sayMoment(endMs, zone, nowMs)
  const text =
    nowMs < endMs
      ? `can be answered freely until ${until}; after that only by a template`
      : `could be answered freely until ${until}; now only a template goes, or what they wait for when they write again`
  return { ...card, evidence: [...card.evidence, { text, source: channel }] }
}

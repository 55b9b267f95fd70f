import type { Unsent } from '#ports/channel.ts'
import type { Operation } from '#ports/sql.ts'
import { spokeIn } from '#store/journal/history.ts'
import { enqueue, type OutboxRow } from '#store/outbox/outbox.ts'
import { actionKeyOf } from '#store/outbox/updates.ts'
import type { DeskContext } from '../context.ts'

/** Where another channel reaches the same person, the words themselves are well. */
const ELSEWHERE: ReadonlySet<Unsent> = new Set(['window_closed', 'other_channel'])

/**
 * What the desk says to a client whom their channel does not reach now goes to the address that is on file of them, where there is
 * one and something that sends. What a member dictated does not: they chose the way, and are offered the other.
 * @returns whether it goes by mail
 */
export function* goesByMail(desk: DeskContext, row: OutboxRow, why: Unsent): Operation<boolean> {
  const { message } = row
  const isTheDesks = row.to.length === 0 && actionKeyOf(row) === null
  if (!isTheDesks || !ELSEWHERE.has(why) || (message.type !== 'reply' && message.type !== 'notice')) return false
  const [speaker] = yield* spokeIn(row.conversation, 1)
  if (message.text === '' || speaker?.kind !== 'client' || speaker.email === null) return false
  for (const channel of desk.channels.values()) {
    const { name } = channel
    const place = name === row.channel ? null : (channel.placeFor?.(speaker.email) ?? null)
    if (place === null) continue
    const { text, choices, meeting } = message
    const subject = message.subject ?? desk.policy().company.name
    const notice = { type: 'notice' as const, to: [], text, subject, choices, ...(meeting && { meeting }) }
    yield* enqueue({
      key: `mail:${row.key}`,
      channel: name,
      conversation: place,
      to: [],
      message: notice,
      task: row.task,
      nowMs: desk.clock.nowMs(),
    })
    return true
  }
  return false
}

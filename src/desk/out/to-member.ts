import type { Outbound } from '#kernel/outbound.ts'
import type { OutboxDraft } from '#store/outbox/outbox.ts'
import type { DeskContext } from '../context.ts'

/**
 * One message for a member alone, on every channel that may reach them.
 * @param said.key names the message; the channel's name is added to it
 */
export function toMember(
  desk: Pick<DeskContext, 'channels' | 'clock'>,
  member: string,
  said: { key: string; message: Outbound; task: string | null },
): OutboxDraft[] {
  return [...desk.channels.keys()].map((channel) => ({
    ...said,
    key: `${said.key}:${channel}`,
    channel,
    conversation: `flags:${member}`,
    to: [member],
    nowMs: desk.clock.nowMs(),
  }))
}

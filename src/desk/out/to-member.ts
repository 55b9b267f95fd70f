import type { Outbound } from '#kernel/outbound.ts'
import type { OutboxDraft } from '#store/outbox/outbox.ts'
import type { DeskContext } from '../context.ts'

/** Pages are no noise: what is said to a member stands there too, whichever ways it goes. */
const QUIET = 'console'

export interface SaidToMember {
  /** Names the message; the channel's name is added to it. */
  key: string
  message: Outbound
  task: string | null
  /** Not before this; absent: now. */
  fromMs?: number
  /** Only by these channels, as far as they are there; none, or none of them there: every channel. */
  how?: readonly string[]
}

/** One message for a member alone, on every channel that may reach them. */
export function toMember(
  desk: Pick<DeskContext, 'channels' | 'clock'>,
  member: string,
  { fromMs, how = [], ...said }: SaidToMember,
): OutboxDraft[] {
  const all = [...desk.channels.values()].flatMap((channel) =>
    channel.capabilities.members && (channel.reaches?.(member) ?? true) ? [channel.name] : [],
  )
  const chosen = all.filter((channel) => how.includes(channel))
  const channels = chosen.length === 0 ? all : all.filter((channel) => channel === QUIET || chosen.includes(channel))
  return channels.map((channel) => ({
    ...said,
    key: `${said.key}:${channel}`,
    channel,
    conversation: `flags:${member}`,
    to: [member],
    nowMs: Math.max(fromMs ?? 0, desk.clock.nowMs()),
  }))
}

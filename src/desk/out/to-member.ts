import type { Outbound } from '#kernel/outbound.ts'
import type { Channel } from '#ports/channel.ts'
import type { OutboxDraft } from '#store/outbox/outbox.ts'
import type { DeskContext } from '../context.ts'

/** Pages are no noise: what is said to a member stands there too, whichever ways it goes. */
export const QUIET = 'console'

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

/** The channels on which a member can be written to. */
export const channelsTo = ({ channels }: Pick<DeskContext, 'channels'>, member: string): Channel[] =>
  [...channels.values()].filter((channel) => channel.capabilities.members && (channel.reaches?.(member) ?? true))

/** One message for a member alone, on every channel that may reach them. */
export function toMember(
  desk: Pick<DeskContext, 'channels' | 'clock'>,
  member: string,
  { fromMs, how = [], ...said }: SaidToMember,
): OutboxDraft[] {
  const all = channelsTo(desk, member).map(({ name }) => name)
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

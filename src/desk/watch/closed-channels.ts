import { ownerOf } from '#policy/people.ts'
import { enqueue } from '#store/outbox/outbox.ts'
import { dropSetting, getSetting, putSetting } from '#store/settings.ts'
import type { DeskContext } from '../context.ts'
import { toMember } from '../out/to-member.ts'

const nameOf = (channel: string): string => `channel_closed:${channel}`

/** A channel that its provider closed for good. */
export interface ClosedChannel {
  channel: string
  /** What is wrong, with the fix, as one sentence. */
  problem: string
}

/**
 * A provider closed a channel, and will not open it before something is mended: whoever looks after such things is told by their
 * other ways, once, however often it is tried again.
 */
export async function noteClosed(desk: DeskContext, { channel, problem }: ClosedChannel): Promise<void> {
  const owner = ownerOf(desk.policy(), 'INTEGRATION').id
  const nowMs = desk.clock.nowMs()
  const text = `${problem} Until that is mended nothing is heard or said on ${channel}; it is tried again every few minutes.`
  const message = { type: 'notice' as const, to: [owner], text, choices: [] }
  await desk.sql.write(function* () {
    if ((yield* getSetting(nameOf(channel))) === problem) return
    yield* putSetting(nameOf(channel), problem)
    for (const draft of toMember(desk, owner, { key: `closed:${channel}:${nowMs}`, message, task: null }))
      if (draft.channel !== channel) yield* enqueue(draft)
  })
  desk.changed({ topic: 'desk', id: channel })
}

/** A channel is open. */
export async function noteOpen(desk: DeskContext, channel: string): Promise<void> {
  if ((await desk.sql.read(() => getSetting(nameOf(channel)))) === undefined) return
  await desk.sql.write(() => dropSetting(nameOf(channel)))
  desk.changed({ topic: 'desk', id: channel })
}

/** Channels that are set up and closed at the moment. */
export const closedChannels = (desk: DeskContext): Promise<ClosedChannel[]> =>
  desk.sql.read(function* () {
    const closed: ClosedChannel[] = []
    for (const channel of desk.channels.keys()) {
      const problem = yield* getSetting(nameOf(channel))
      if (problem !== undefined) closed.push({ channel, problem })
    }
    return closed
  })

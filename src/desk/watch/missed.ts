import { ownerOf } from '#policy/people.ts'
import { enqueue } from '#store/outbox/outbox.ts'
import type { DeskContext } from '../context.ts'
import { toMember } from '../out/to-member.ts'

/** One message for whoever looks after such things, of what was said while a channel was not heard and is not worked on. */
export async function tellMissed(
  desk: DeskContext,
  channel: string,
  { heard, left }: { heard: number; left: number },
): Promise<void> {
  const owner = ownerOf(desk.policy(), 'INTEGRATION').id
  const nowMs = desk.clock.nowMs()
  const text = `I was not on ${channel} for a while, and ${heard + left} messages to me were written there meanwhile. I work on the newest ${heard} now; the ${left} before them I leave, so please look whether somebody still waits.`
  const message = { type: 'notice' as const, to: [owner], text, choices: [] }
  await desk.sql.write(function* () {
    for (const draft of toMember(desk, owner, { key: `missed:${channel}:${nowMs}`, message, task: null }))
      yield* enqueue(draft)
  })
}

import type { Offer } from '#kernel/ruling.ts'
import type { Task } from '#kernel/task.ts'
import type { Operation } from '#ports/sql.ts'
import { holdSlot, releaseHold } from '#store/holds/holds.ts'
import { waitingIn } from '#store/tasks/task-rows.ts'
import type { DeskContext } from '../context.ts'

type Asker = Pick<Task, 'conversation'> & { principal: Pick<Task['principal'], 'id'> }

/** Key of what a task offers: one for all its slots, so that they are given back together. */
const offerKey = (task: string): string => `${task}.offer`

/**
 * Keeps every offered slot for whoever was asked, and gives back what they were offered before: nobody holds more than one
 * offer in a conversation. A slot is kept as long as the policy says (`scheduling.defaults.hold`), and never for more than
 * half of the time that is left until it.
 * @throws SlotTaken where somebody else was quicker
 */
export function* keepOffer(desk: DeskContext, task: Task, { people, slots }: Offer): Operation<void> {
  const nowMs = desk.clock.nowMs()
  const { holdMs } = desk.policy().scheduling.defaults
  yield* releaseOffers(task.id, task)
  for (const { startMs, endMs } of slots) {
    const expiresMs = nowMs + Math.min(holdMs, Math.max(0, startMs - nowMs) / 2)
    yield* holdSlot({ people, startMs, endMs, key: offerKey(task.id), expiresMs }, nowMs)
  }
}

/** Gives back what a task offered. */
export const releaseOffer = (task: string): Operation<void> => releaseHold(offerKey(task))

/** Gives back what a task offered, and what the same person was offered in the same conversation before. */
export function* releaseOffers(task: string, asker: Asker): Operation<void> {
  for (const id of yield* offeringTasks(task, asker)) yield* releaseHold(offerKey(id))
}

/** The task itself and those of the same person whose questions are still open here. */
export function* offeringTasks(task: string, asker: Asker): Operation<Set<string>> {
  const open = yield* waitingIn(asker.conversation)
  return new Set([
    task,
    ...open.filter((row) => row.task.principal.id === asker.principal.id).map((row) => row.task.id),
  ])
}

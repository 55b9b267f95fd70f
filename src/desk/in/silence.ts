import type { Inbound } from '#kernel/inbound.ts'
import type { Principal } from '#kernel/principal.ts'
import type { Operation } from '#ports/sql.ts'
import { flagById } from '#store/flags/flag-rows.ts'
import { sendNow } from '#store/outbox/outbox.ts'
import { giveBack, takenOver } from '#store/taken-over.ts'
import { taskOnFile } from '#store/tasks/task-rows.ts'
import { isOpenTo, takeOverOf } from '../act/decide.ts'
import type { DeskContext } from '../context.ts'

/**
 * "Take over" silences the desk in the commit that writes the press down. Its turn may come later, behind work in the same
 * conversation whose answer is not to be sent any more.
 */
export function* silenceFor(
  desk: DeskContext,
  { decision, simulated = false }: Pick<Inbound, 'decision' | 'simulated'>,
  by: Principal,
  seq: number,
): Operation<void> {
  if (decision?.verb !== 'take_over') return
  const flag = yield* flagById(decision.flag)
  if (!flag || !isOpenTo(desk, flag, by, simulated)) return
  const { task } = yield* taskOnFile(flag.task)
  if (!(yield* takenOver(task.conversation, desk.clock.nowMs()))) yield* takeOverOf(desk, flag, by, seq)
}

/** Somebody else was first after all: what the press of a journal row silenced is said now. */
export function* endSilence(desk: DeskContext, flagId: string, seq: number): Operation<void> {
  const flag = yield* flagById(flagId)
  if (!flag) return
  const nowMs = desk.clock.nowMs()
  const { conversation } = (yield* taskOnFile(flag.task)).task
  if ((yield* takenOver(conversation, nowMs))?.seq !== seq) return
  yield* giveBack(conversation, nowMs)
  yield* sendNow(conversation, nowMs)
}

import { z } from 'zod'
import type { Operation } from '#ports/sql.ts'
import { dropSetting, getSetting, putSetting } from './settings.ts'

/** Who keeps the desk out of a conversation, and until when. */
const TakenOver = z.object({
  /** Policy id. */
  by: z.string(),
  untilMs: z.number(),
  /** The journal row it was taken over with: answers to what was heard before it are theirs to give, too. */
  seq: z.number().default(0),
})
export type TakenOver = z.infer<typeof TakenOver>

const nameOf = (conversation: string): string => `taken_over:${conversation}`

/** Notes that somebody of the team answers here in the desk's place; whoever says so last holds. */
export const takeOver = (conversation: string, taken: TakenOver): Operation<void> =>
  putSetting(nameOf(conversation), JSON.stringify(taken))

/** Who took over here last, whether that still stands or not, or null. */
export function* lastTakenOver(conversation: string): Operation<TakenOver | null> {
  const value = yield* getSetting(nameOf(conversation))
  return value === undefined ? null : TakenOver.parse(JSON.parse(value))
}

/** Who answers here in the desk's place now, or null. */
export function* takenOver(conversation: string, nowMs: number): Operation<TakenOver | null> {
  const taken = yield* lastTakenOver(conversation)
  return taken && nowMs < taken.untilMs ? taken : null
}

/** The desk answers here again. Answers who had it until now; null where the desk did all along. */
export function* giveBack(conversation: string, nowMs: number): Operation<TakenOver | null> {
  const taken = yield* takenOver(conversation, nowMs)
  yield* dropSetting(nameOf(conversation))
  return taken
}

import { z } from 'zod'
import type { Operation } from '#ports/sql.ts'
import { dropSetting, getSetting, putSetting } from './settings.ts'

/** Who keeps the desk out of a conversation, and until when. */
const TakenOver = z.object({
  /** Policy id. */
  by: z.string(),
  untilMs: z.number(),
})
export type TakenOver = z.infer<typeof TakenOver>

const nameOf = (conversation: string): string => `taken_over:${conversation}`

/** Notes that somebody of the team answers here in the desk's place; whoever says so last holds. */
export const takeOver = (conversation: string, taken: TakenOver): Operation<void> =>
  putSetting(nameOf(conversation), JSON.stringify(taken))

/** The desk answers here again; false where it did all along. */
export function* giveBack(conversation: string, nowMs: number): Operation<boolean> {
  const taken = yield* takenOver(conversation, nowMs)
  yield* dropSetting(nameOf(conversation))
  return taken !== null
}

/** Who answers here in the desk's place now, or null. */
export function* takenOver(conversation: string, nowMs: number): Operation<TakenOver | null> {
  const value = yield* getSetting(nameOf(conversation))
  const taken = value === undefined ? null : TakenOver.parse(JSON.parse(value))
  return taken && nowMs < taken.untilMs ? taken : null
}

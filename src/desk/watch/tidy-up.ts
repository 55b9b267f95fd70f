import { wallDay } from '#kernel/time.ts'
import { HOUR_MS, MINUTE_MS } from '#kernel/units.ts'
import type { Policy } from '#policy/policy.ts'
import type { Operation } from '#ports/sql.ts'
import { getSetting, putSetting } from '#store/settings.ts'
import type { DeskContext } from '../context.ts'
import { setTimer } from './timers.ts'

/** The lane of the one timer that has records looked over. */
const LANE = 'desk:tidy-up'
/** Setting: when that timer is due next. */
const NEXT = 'tidy_up.next'
/** On the wall of the company. */
const AT_MINUTE = (9 * HOUR_MS) / MINUTE_MS

/** The next moment at which records are looked over: 09:00 on the policy's day; null where it names none. */
export function nextTidyUpMs(policy: Pick<Policy, 'crm' | 'company'>, nowMs: number): number | null {
  const { tidyUpWeekday } = policy.crm
  if (tidyUpWeekday === null) return null
  for (let ahead = 0; ahead <= 7; ahead++) {
    const day = wallDay(nowMs, policy.company.timezone, ahead)
    const atMs = day.atMinute(AT_MINUTE)
    if (day.weekday === tidyUpWeekday && atMs > nowMs) return atMs
  }
  return null
}

/** Sets the timer, where none is to come: once a desk keeps records, somebody looks them over. */
export function* watchRecords(desk: Pick<DeskContext, 'policy' | 'clock'>): Operation<void> {
  const nowMs = desk.clock.nowMs()
  const next = yield* getSetting(NEXT)
  if (next !== undefined && Number(next) > nowMs) return
  yield* tidyUpAgain(desk)
}

/** Sets the timer for the next time, whenever the last was. */
export function* tidyUpAgain(desk: Pick<DeskContext, 'policy' | 'clock'>): Operation<void> {
  const atMs = nextTidyUpMs(desk.policy(), desk.clock.nowMs())
  if (atMs === null) return
  yield* putSetting(NEXT, String(atMs))
  yield* setTimer({ what: 'tidy_up', about: 'records', conversation: LANE, atMs })
}

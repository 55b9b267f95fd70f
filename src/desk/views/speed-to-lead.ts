import { wallDay } from '#kernel/time.ts'
import { DAY_MS } from '#kernel/units.ts'
import { firstAnswers } from '#store/leads/first-answers.ts'
import type { DeskContext } from '../context.ts'

/** How soon leads were answered. Nobody waits for a receipt: answers and questions count, "we have got your message" does not. */
export interface SpeedToLead {
  leads: number
  answered: number
  medianMs: number | null
  p95Ms: number | null
  slowestMs: number | null
  /** Share of all leads that was answered within the policy's `leads.answer_within`, 0 to 1; null without leads. */
  withinShare: number | null
}

const LONG_DAYS = 30

/** Today on the company's clock, and the last 30 days. */
export async function speedToLead(desk: DeskContext): Promise<{ today: SpeedToLead; month: SpeedToLead }> {
  const nowMs = desk.clock.nowMs()
  const { company, leads } = desk.policy()
  const rows = await desk.sql.read(() => firstAnswers(nowMs - LONG_DAYS * DAY_MS))
  const midnightMs = wallDay(nowMs, company.timezone).startMs
  const of = (some: typeof rows) => speedOf(some, leads.answerWithinMs)
  return { today: of(rows.filter(({ askedMs }) => askedMs >= midnightMs)), month: of(rows) }
}

/** Figures of some first answers; percentiles by the nearest rank. */
export function speedOf(
  rows: readonly { askedMs: number; answeredMs: number | null }[],
  withinMs: number,
): SpeedToLead {
  const waits = rows
    .flatMap(({ askedMs, answeredMs }) => (answeredMs === null ? [] : [Math.max(0, answeredMs - askedMs)]))
    .sort((a, b) => a - b)
  const rank = (share: number): number | null => waits[Math.max(0, Math.ceil(waits.length * share) - 1)] ?? null
  return {
    leads: rows.length,
    answered: waits.length,
    medianMs: rank(0.5),
    p95Ms: rank(0.95),
    slowestMs: waits.at(-1) ?? null,
    withinShare: rows.length === 0 ? null : waits.filter((wait) => wait <= withinMs).length / rows.length,
  }
}

import type { z } from 'zod'
import { clock, count, duration, keys, list, percent } from '../kinds.ts'
import { clockMinute, durationMs, shareOf } from '../spans.ts'

export const Approvals = keys({
  default_expiry: duration.prefault('8h').describe('working time a decision waits before its safe default runs'),
  remind: percent.prefault('40%').describe('of that time, then a reminder'),
  reroute: percent.prefault('75%').describe('of that time, then the backup is asked'),
  per_person_daily: count(0, 1000)
    .prefault(6)
    .describe('decisions a day that are not urgent; more wait for the digest'),
  digest_at: list(clock, '["09:00", "16:00"]').prefault(['09:00', '16:00']).describe("in the person's own time"),
  undo: duration.prefault('15m').describe('how long the undo button works'),
  take_over: duration.prefault('24h').describe('how long the desk keeps out of a conversation somebody took over'),
  nudge_after: duration.prefault('4h').describe('working time before a member is asked once more'),
  drop_after: duration.prefault('3d').describe('a question nobody answers for so long is dropped'),
}).refine((file) => shareOf(file.remind) < shareOf(file.reroute), { error: 'ordered so: remind before reroute' })

export function approvalsOf(file: z.output<typeof Approvals>) {
  return {
    defaultExpiryMs: durationMs(file.default_expiry),
    /** Share of the expiry, 0 to 1. */
    remindShare: shareOf(file.remind),
    rerouteShare: shareOf(file.reroute),
    perPersonDaily: file.per_person_daily,
    digestAtMinutes: file.digest_at.map(clockMinute),
    undoMs: durationMs(file.undo),
    takeOverMs: durationMs(file.take_over),
    nudgeAfterMs: durationMs(file.nudge_after),
    dropAfterMs: durationMs(file.drop_after),
  }
}

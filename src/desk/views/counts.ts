import { type Counts, countAll } from '#store/counts.ts'
import { nextDueMs } from '#store/journal/finish.ts'
import type { DeskContext } from '../context.ts'

/** Resolves where the store answers. @throws DeskError where it does not */
export const storeAnswers = async (desk: DeskContext): Promise<void> => void (await desk.sql.read(nextDueMs))

/** How much there is of everything, for the metrics. */
export const countsNow = (desk: DeskContext): Promise<Counts> => desk.sql.read(() => countAll(desk.clock.nowMs()))
export type { Counts }

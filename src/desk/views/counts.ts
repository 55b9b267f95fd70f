import { type Counts, countAll } from '#store/counts.ts'
import type { DeskContext } from '../context.ts'

/** How much there is of everything, for the metrics. */
export const countsNow = (desk: DeskContext): Promise<Counts> => desk.sql.read(() => countAll(desk.clock.nowMs()))
export type { Counts }

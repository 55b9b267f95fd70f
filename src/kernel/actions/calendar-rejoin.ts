import { z } from 'zod'
import { WholeSeries } from '../event.ts'
import { sayTable } from './calendar-facts.ts'
import { refuseOutsider, type SeriesImage, seriesFacts } from './calendar-series.ts'
import type { ActionDefinition } from './definition.ts'

const Args = z.object({
  id: z.string(),
  /** Of the series as it was left. */
  version: z.string(),
  /** The series as it was, exceptions and all. */
  before: WholeSeries,
  /** What was cut from it, where something goes on. */
  rest: z.object({ id: z.string(), version: z.string() }).nullable(),
})

/** Puts a series that was cut together again. */
export const calendarRejoin: ActionDefinition<z.infer<typeof Args>, SeriesImage> = {
  kind: 'calendar.rejoin',
  args: Args,
  store: 'calendar',
  risk: 'medium',
  undo: 'impossible',
  inverseOnly: true,
  approveIf: 'scheduling.approve_if',
  autonomy: (facts) => `scheduling.autonomy.${facts.party}`,
  facts: (args, before, context) => (before ? seriesFacts(before.start, args.before, before, context) : {}),
  refuse: (_args, _before, context) => refuseOutsider(context),
  inverse: () => null,
  say: (args, _before, _tense, context) => `Put ${sayTable(args.before, context)} back to what it was, all dates`,
}

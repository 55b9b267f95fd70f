import { z } from 'zod'
import { sayTable } from './calendar-facts.ts'
import { refuseOutsider, rejoinOf, type SeriesImage, sayEarlierStay, sayFrom, seriesFacts } from './calendar-series.ts'
import type { ActionDefinition } from './definition.ts'

const Args = z.object({
  /** Uid of the series. */
  id: z.string(),
  version: z.string(),
  /** Original start of the first instance that does not happen. */
  from: z.string(),
})

/** Ends a series before one of its instances; earlier ones stay. */
export const calendarEnd: ActionDefinition<z.infer<typeof Args>, SeriesImage> = {
  kind: 'calendar.end',
  args: Args,
  store: 'calendar',
  risk: 'high',
  undo: 'compensating',
  approveIf: 'scheduling.approve_if',
  askIf: 'scheduling.ask_if',
  autonomy: (facts) =>
    facts.party === 'internal' ? 'scheduling.autonomy.internal' : 'scheduling.autonomy.cancel_external',
  facts: (args, before, context) => (before ? seriesFacts(args.from, {}, before, context) : {}),
  refuse: (_args, _before, context) => refuseOutsider(context),
  inverse: (_args, before, after) => rejoinOf(before, after),
  say: ({ id, from }, before, tense, context) => {
    const what = before ? sayTable(before, context) : id
    const verb = tense === 'will' ? 'Cancel' : 'Cancelled'
    return `${verb} ${what} from ${sayFrom(from, before, context)} on${sayEarlierStay(from, before)}`
  },
}

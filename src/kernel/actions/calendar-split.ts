import { z } from 'zod'
import { type CalendarEvent, isAllDay, SeriesChange } from '../event.ts'
import { movedRule } from '../series/moved-rule.ts'
import { sayRule } from '../series/say-rule.ts'
import { momentToWall } from '../series/wall.ts'
import { saySpan, toMs } from '../time.ts'
import { sayTable } from './calendar-facts.ts'
import { refuseOutsider, rejoinOf, type SeriesImage, sayEarlierStay, sayFrom, seriesFacts } from './calendar-series.ts'
import { sayChanges } from './calendar-update.ts'
import type { ActionContext, ActionDefinition } from './definition.ts'

const Args = z.object({
  /** Uid of the series. */
  id: z.string(),
  /** Version of the series the agent saw; the write is refused where it has another one. */
  version: z.string(),
  /** Original start of the first instance that is meant. */
  from: z.string(),
  change: SeriesChange,
  overlap: z.boolean().default(false),
})

/** Changes a series from one of its instances on; earlier ones stay as they are. */
export const calendarSplit: ActionDefinition<z.infer<typeof Args>, SeriesImage> = {
  kind: 'calendar.split',
  args: Args,
  store: 'calendar',
  risk: 'medium',
  undo: 'compensating',
  approveIf: 'scheduling.approve_if',
  askIf: 'scheduling.ask_if',
  autonomy: (facts) => `scheduling.autonomy.${facts.party}`,
  facts: (args, before, context) => (before ? seriesFacts(args.from, args.change, before, context) : {}),
  refuse: (_args, _before, context) => refuseOutsider(context),
  inverse: (_args, before, after) => rejoinOf(before, after),
  say: ({ id, from, change }, before, tense, context) => {
    const goal = sayGoal(from, change, before, context)
    const verb = goal ? { will: 'Move', done: 'Moved' } : { will: 'Change', done: 'Changed' }
    const changes = sayChanges(change, context)
    const said = changes.length > 0 ? `: ${changes.join(', ')}` : ''
    const what = before ? sayTable(before, context) : id
    return `${verb[tense]} ${what}${goal} from ${sayFrom(from, before, context)} on${said}${sayEarlierStay(from, before)}`
  },
}

/** ` to 09:45-10:00`, or where the day changes too ` to every Tuesday, 09:45-10:00`. */
function sayGoal(
  from: string,
  { start, end }: z.infer<typeof SeriesChange>,
  before: CalendarEvent | null,
  context: ActionContext,
): string {
  if (start === undefined || end === undefined) return ''
  const zone = before?.zone ?? context.zone
  const clock = isAllDay({ start })
    ? ''
    : saySpan(toMs(start), toMs(end), context.zone, context.nowMs, { nameZone: false }).replace(/^.*?, /, '')
  const [was, is] = [momentToWall(from, zone), momentToWall(start, zone)]
  if (new Date(was).getUTCDate() === new Date(is).getUTCDate() || !before?.recurrence) return ` to ${clock || start}`
  return ` to ${[sayRule(movedRule(before.recurrence, was, is)).replace(/, (?:until .*|\d+ times)$/, ''), clock].filter(Boolean).join(', ')}`
}

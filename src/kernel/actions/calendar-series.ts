import type { CalendarEvent, EventDraft, WholeSeries } from '../event.ts'
import { isAllDay } from '../event.ts'
import { sayMoment, toMs } from '../time.ts'
import { meetingFacts } from './calendar-facts.ts'
import type { ActionContext, Facts, Inverse } from './definition.ts'

/** A series and, once it is cut, what was cut from it. */
export type SeriesImage = WholeSeries & { rest?: WholeSeries | null | undefined }

/** Facts of a change to a series: those of the first instance it touches, as it will be. */
export function seriesFacts(
  from: string,
  changed: Partial<EventDraft>,
  before: CalendarEvent,
  context: ActionContext,
): Facts {
  const start = changed.start ?? from
  return { ...meetingFacts({ ...before, ...changed, start, end: changed.end ?? start }, context), recurring: true }
}

/** A series is the team's to change; a guest from outside moves or cancels single dates of theirs. */
export const refuseOutsider = (context: Pick<ActionContext, 'principal'>): string | null =>
  context.principal.kind === 'member' ? null : 'only the team changes a whole series'

/** Both halves become what the series was. */
export function rejoinOf(before: SeriesImage | null, after: SeriesImage): Inverse | null {
  if (!before) return null
  const { rest } = after
  const args = {
    id: after.id,
    version: after.version,
    before,
    rest: rest ? { id: rest.id, version: rest.version } : null,
  }
  return { kind: 'calendar.rejoin', args }
}

/** `Mon 30 Nov`, on the wall of whoever is told; the year where it is another one. */
export function sayFrom(from: string, before: CalendarEvent | null, context: ActionContext): string {
  const zone = isAllDay({ start: from }) ? (before?.zone ?? context.zone) : context.zone
  return sayMoment(toMs(from, zone), zone, context.nowMs).replace(/, \d\d:\d\d$/, '')
}

/** That there are dates which nothing happens to. */
export const sayEarlierStay = (from: string, before: CalendarEvent | null): string =>
  before && before.start < from ? '; earlier dates stay' : ''

import { DateTime } from 'luxon'
import { quoted } from '#kernel/display.ts'
import { type CalendarEvent, isAllDay, type SeriesChange } from '#kernel/event.ts'
import type { Choice, Proposed, RulingDraft } from '#kernel/ruling.ts'
import { movedRule } from '#kernel/series/moved-rule.ts'
import { sayRule } from '#kernel/series/say-rule.ts'
import { momentToMs, momentToWall } from '#kernel/series/wall.ts'
import { toIso } from '#kernel/time.ts'
import { phrasesFor } from '../phrases.ts'
import { isPicked, type Request } from '../request.ts'
import { sayAssumed, sayDay } from '../say.ts'
import { ask, askUnclear } from './ask.ts'
import { spanOf } from './busy.ts'
import { type Facts, isMember, type SchedulingPolicy } from './facts.ts'
import { propose, untoldOf } from './propose.ts'
import { searchOf } from './search-of.ts'
import { type Ahead, aheadOf, halvesOf } from './series.ts'
import { noteClocks } from './series-clocks.ts'
import { firstDates } from './series-dates.ts'
import { type Anchor, placeSeries, sayAnchor } from './series-place.ts'
import { momentsOf, targetOf } from './target.ts'

/** What is meant of the series of an event; a ruling where none of it can be changed. */
function ahead(event: CalendarEvent, request: Request, facts: Facts): Ahead | RulingDraft {
  if (!isMember(facts)) {
    const text = phrasesFor(facts).onlyTeamSeries
    return { type: 'refuse', text, rule: 'only the team changes a whole series' }
  }
  return (
    aheadOf(event, request, facts) ?? {
      type: 'answer',
      text: `${quoted(event.title)} has no date ahead${request.which?.when ? ' then' : ''} that its rule names. I can change single dates of it.`,
    }
  )
}

const isRuling = (found: Ahead | RulingDraft): found is RulingDraft => 'type' in found

/** A series to another time, or another length, from one of its dates on. */
export function moveSeries(
  request: Request,
  event: CalendarEvent,
  facts: Facts,
  policy: SchedulingPolicy,
): RulingDraft {
  const found = ahead(event, request, facts)
  if (isRuling(found)) return found
  const { series, from, first } = found
  const target = targetOf({ ...request, when: inItsWeek(request, found, facts) }, first)
  const day = sayDay(momentToMs(from, series.zone), isAllDay(first) ? { ...facts, zone: series.zone } : facts)
  if (!target || 'window' in target) return ask(`When shall ${quoted(series.title)} be from ${day} on?`, ['when'])
  const lengthMs = target.span.endMs - target.span.startMs
  const at = (startMs: number): Anchor | null => anchorAt(found, { startMs, endMs: startMs + lengthMs }, facts)
  const change = momentsOf(target.span, first, toIso)
  return placeSeries(
    {
      title: series.title,
      verb: 'Move',
      zone: series.zone,
      at,
      startMs: target.span.startMs,
      seats: facts.seats,
      search: searchOf(request, first, facts, policy),
      ignore: facts.events.filter((one) => one.series === series.id).map((one) => one.id),
      overlap: request.overlap,
      unchecked: request.unchecked,
      act: ({ overlap, notes, choices }) => {
        const assumed = request.when ? sayAssumed(request.when, target.span.startMs, facts) : []
        const halves = halvesOf(found, { from, ...change })
        const clocks = halves ? noteClocks(halves.after, facts) : []
        return split(found, change, facts, { overlap, notes: [...assumed, ...notes, ...clocks], choices })
      },
    },
    facts,
    policy,
  )
}

/** The dates of a series as they would be with the first that is meant in another place. */
function anchorAt(found: Ahead, span: { startMs: number; endMs: number }, facts: Facts): Anchor | null {
  const { series, from, first, originals } = found
  const moments = momentsOf(span, first, toIso)
  const halves = halvesOf(found, { from, ...moments })
  if (!halves || !series.recurrence) return null
  const unmoved = facts.events.filter((one) => one.series === series.id && one.id.endsWith(`#${one.start}`))
  const names = halves.renamed(originals.filter((original) => unmoved.some((one) => one.start === original)))
  const there = new Set([...names.values()].map((moment) => momentToMs(moment, series.zone)))
  const walls = [from, moments.start].map((moment) => momentToWall(moment, series.zone)) as [number, number]
  const turn = sayRule(movedRule(series.recurrence, ...walls)).replace(/, (?:until .*|\d+ times)$/, '')
  return {
    said: isAllDay(first) ? turn : sayAnchor(turn, span.startMs, facts),
    dates: firstDates(halves.after).filter((date) => there.has(date.startMs)),
  }
}

/** "To Tuesday, from next week on" is the Tuesday of the week in which the change begins, or the first after its beginning. */
function inItsWeek({ when, which }: Request, { series, first }: Ahead, { nowMs }: Facts): Request['when'] {
  if (!when?.dated || isPicked(when) || !/FREQ=(?:WEEKLY|DAILY)/.test(series.recurrence ?? '')) return when
  const zone = when.zone
  const [wished, here] = [when.startMs, spanOf(first).startMs].map((ms) => DateTime.fromMillis(ms, { zone }))
  if (!wished || !here) return when
  const sinceMs = Math.max(nowMs, which?.scope === 'following' ? (which.when?.startMs ?? 0) : 0)
  const inWeek = Math.round(here.startOf('week').diff(wished.startOf('week'), 'weeks').weeks)
  const weeks = wished.plus({ weeks: inWeek }).toMillis() < sinceMs ? inWeek + 1 : inWeek
  const moved = (ms: number) => DateTime.fromMillis(ms, { zone }).plus({ weeks }).toMillis()
  return { ...when, startMs: moved(when.startMs), endMs: moved(when.endMs) }
}

/** A series called off from one of its dates on: all of it where nothing lies before. */
export function endSeries(request: Request, event: CalendarEvent, facts: Facts): RulingDraft {
  const found = ahead(event, request, facts)
  if (isRuling(found)) return found
  return propose([endOf(found)], [], facts, untoldAt(found.series, facts))
}

/** The action that calls off what lies ahead of a series. */
export function endOf({ series, from, whole }: Ahead): Proposed {
  const args = { id: series.id, version: series.version }
  return whole
    ? { kind: 'calendar.cancel', args, because: 'asked to cancel all of it' }
    : { kind: 'calendar.end', args: { ...args, from }, because: 'asked to cancel it from then on' }
}

/** Another name, place or table from one of the dates of a series on. */
export function updateSeries(
  request: Request,
  event: CalendarEvent,
  facts: Facts,
  changeOf: (series: CalendarEvent) => SeriesChange,
): RulingDraft {
  const found = ahead(event, request, facts)
  if (isRuling(found)) return found
  const unclear = request.change?.add ? askUnclear(request, facts) : null
  if (unclear) return unclear
  return split(found, changeOf(found.series), facts, { overlap: true, notes: [], choices: [] }).ruling
}

function split(
  { series, from }: Ahead,
  change: SeriesChange,
  facts: Facts,
  { overlap, notes, choices }: { overlap: boolean; notes: string[]; choices: Choice[] },
) {
  const args = { id: series.id, version: series.version, from, change, overlap }
  const actions: Proposed[] = [{ kind: 'calendar.split', args, because: 'asked to change it from then on' }]
  const table = { ...series, attendees: [...series.attendees, ...(change.attendees ?? [])] }
  const untold = change.start || change.attendees ? untoldAt(table, facts) : []
  return { actions, ruling: { ...propose(actions, notes, facts, untold), choices } }
}

const untoldAt = (event: CalendarEvent, facts: Facts): string[] =>
  untoldOf([event.organizer, ...event.attendees.map((one) => one.address)], facts)

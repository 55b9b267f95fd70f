import { DateTime } from 'luxon'
import { DAY_MS, HOUR_MS } from '#kernel/units.ts'
import type { WhenFinding } from '#language/when.ts'
import type { Request, Wish } from '../request.ts'
import { dayIn } from '../rules/days.ts'
import type { Interval } from '../rules/interval.ts'
import { sayClock } from '../say.ts'

/** What a text says of times, by the part each plays. */
export interface Times {
  /** Moments and stretches in the order said, days and clocks that belong together joined. */
  readonly wishes: readonly Wish[]
  readonly lengths: readonly { lengthMs: number; span: [number, number]; text: string }[]
  readonly bounds: Request['bounds']
  readonly recurrence: string | null
}

/** Sorts the findings of a text: wishes, lengths, bounds of the clock ("not before 11") and recurrences. */
export function readTimes(text: string, findings: readonly WhenFinding[], nowMs: number): Times {
  const wishes: Wish[] = []
  const lengths: { lengthMs: number; span: [number, number]; text: string }[] = []
  let bounds: Request['bounds'] = null
  let recurrence: string | null = null
  for (const finding of findings) {
    if (finding.impossible) continue
    const span = spanOf(finding)
    if (finding.durationMs) lengths.push({ lengthMs: finding.durationMs, span, text: finding.text })
    if (finding.recurrence) recurrence = finding.recurrence
    if (finding.kind === 'length' || (finding.kind === 'recurrence' && !finding.clocked && !finding.dated)) continue
    if (finding.kind === 'open' && finding.clocked && !finding.dated) {
      bounds = boundsOf(finding, bounds)
    } else wishes.push(wishOf(finding, span, nowMs))
  }
  return { wishes: joined(wishes, text), lengths, bounds, recurrence }
}

/** How far a time without an end reaches. */
const OPEN_MS = 365 * DAY_MS

const spanOf = (finding: WhenFinding): [number, number] => [finding.span[0], finding.span[1]]

/** "after 4 on Monday" ends with Monday. */
const withinDay = (finding: WhenFinding): boolean => finding.dated && finding.clocked

function edgesOf(finding: WhenFinding, nowMs: number): { startMs: number; endMs: number } {
  if (finding.kind !== 'open' || !withinDay(finding)) {
    const startMs = finding.startMs ?? nowMs
    if (finding.durationMs !== undefined) return { startMs, endMs: startMs + finding.durationMs }
    return { startMs, endMs: finding.endMs ?? startMs + OPEN_MS }
  }
  const day = dayIn(finding.zone, finding.startMs ?? finding.endMs ?? nowMs)
  return { startMs: finding.startMs ?? day.startMs, endMs: finding.endMs ?? day.endMs }
}

/**
 * Nothing is to be asked where one reading keeps to the other ("this weekend" with Friday evening or without), or where two
 * stretches of days share time in which the meeting can be ("late July"): what is offered then shows what was understood.
 */
function meansBoth(finding: WhenFinding, read: Interval, other: Interval): boolean {
  const within = other.startMs <= read.startMs && read.endMs <= other.endMs
  return within || (!finding.clocked && other.startMs < read.endMs && read.startMs < other.endMs)
}

function wishOf(finding: WhenFinding, span: [number, number], nowMs: number): Wish {
  const { zone } = finding
  const { startMs, endMs } = edgesOf(finding, nowMs)
  const others = finding.alternatives.filter(
    (one) => !one.rare && one.endMs > nowMs && !meansBoth(finding, { startMs, endMs }, one),
  )
  const readings = others.length > 0 ? [{ startMs, endMs }, ...others] : []
  return {
    text: finding.text,
    span,
    kind:
      finding.kind === 'open' && !withinDay(finding)
        ? 'open'
        : finding.kind === 'range' || finding.kind === 'open'
          ? 'range'
          : 'point',
    startMs,
    endMs,
    dated: finding.dated,
    clocked: finding.clocked && finding.kind !== 'open',
    partOfDay: finding.clocked ? null : (finding.partOfDay ?? null),
    wholeDays: !finding.clocked && !finding.partOfDay && !['second', 'minute', 'hour'].includes(finding.grain),
    approximate: finding.approximate,
    ambiguous: readings.length > 0,
    alternatives: readings.sort((a, b) => a.startMs - b.startMs),
    dst: finding.dst ?? null,
    zone,
    zoneNamed: finding.zoneNamed,
  }
}

/** "not before 11", "after 3", "before noon": minutes of the day between which it must lie. */
function boundsOf(finding: WhenFinding, known: Request['bounds']): Request['bounds'] {
  const until = finding.open === 'before'
  const edgeMs = (until ? finding.endMs : finding.startMs) ?? 0
  const edge = DateTime.fromMillis(edgeMs, { zone: finding.zone })
  const minute = edge.hour * 60 + edge.minute
  const { fromMinute, toMinute } = known ?? { fromMinute: 0, toMinute: 24 * 60 }
  return until ? { fromMinute, toMinute: minute } : { fromMinute: minute, toMinute }
}

/** A day and a clock said apart ("3pm ... on Friday") are one time, unless words between tell them apart. */
function joined(wishes: readonly Wish[], text: string): Wish[] {
  const out: Wish[] = []
  for (const wish of wishes) {
    const last = out.at(-1)
    const between = text.slice(last?.span?.[1] ?? 0, wish.span?.[0] ?? 0)
    const apart = /\b(to|until|till|instead|or|and)\b/i.test(between) || between.length > 40
    const whole = last && !apart ? join(last, wish) : null
    if (whole) out[out.length - 1] = whole
    else out.push(wish)
  }
  return out
}

/** Whether the clocks skip or repeat that time on the day it is joined to. */
function dstAt(startMs: number, clock: Wish): Wish['dst'] {
  const [shown, meant] = [startMs, clock.startMs].map((ms) => sayClock(ms, clock.zone))
  if (clock.dst === null && shown !== meant) return 'gap'
  return sayClock(startMs + HOUR_MS, clock.zone) === shown ? 'fold' : null
}

const isDay = (wish: Wish): boolean => wish.dated && !wish.clocked && wish.partOfDay === null
const isClock = (wish: Wish): boolean => !wish.dated && (wish.clocked || wish.partOfDay !== null)

function join(a: Wish, b: Wish): Wish | null {
  const day = isDay(a) ? a : isDay(b) ? b : null
  const clock = isClock(a) ? a : isClock(b) ? b : null
  if (!day || !clock || day === clock || day.endMs - day.startMs > 1.1 * DAY_MS) return null
  const date = DateTime.fromMillis(day.startMs, { zone: day.zone })
  const at = (ms: number) => {
    const time = DateTime.fromMillis(ms, { zone: clock.zone })
    return date.set({ hour: time.hour, minute: time.minute, second: 0, millisecond: 0 }).toMillis()
  }
  const startMs = at(clock.startMs)
  const span: Wish['span'] = a.span && b.span ? [Math.min(a.span[0], b.span[0]), Math.max(a.span[1], b.span[1])] : null
  return {
    ...clock,
    text: `${a.text} ${b.text}`,
    span,
    startMs,
    endMs: startMs + (clock.endMs - clock.startMs),
    dated: true,
    dst: dstAt(startMs, clock),
    ambiguous: day.ambiguous || clock.ambiguous,
    alternatives: day.ambiguous
      ? day.alternatives.map((one) => {
          const other = DateTime.fromMillis(one.startMs, { zone: day.zone })
          const from = DateTime.fromMillis(clock.startMs, { zone: clock.zone })
          const fromMs = other.set({ hour: from.hour, minute: from.minute }).toMillis()
          return { startMs: fromMs, endMs: fromMs + (clock.endMs - clock.startMs) }
        })
      : clock.alternatives,
  }
}

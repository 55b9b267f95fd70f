import { isoDay, toMs, wallDay } from '#kernel/time.ts'
import { DAY_MS, HOUR_MS } from '#kernel/units.ts'
import type { Window } from '#ports/lookups.ts'

const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'
const SINCE = `since (?:yesterday|last night|this morning|${WEEKDAY})`
const ROLLING = '(?:in |over |during |for )?the (?:last|past) (?:hour|day|week|month|\\d{1,2} (?:hours|days|weeks))'
const AWAY = 'while (?:i|we) (?:was|were) (?:asleep|sleeping|out|away|gone|off)'

/** The times that the rules know, as the source of a regular expression. */
export const PERIODS = `(?:tonight|overnight|last night|${AWAY}|this (?:morning|afternoon|evening|week|month)|${SINCE}|${ROLLING}|\\d{1,2} days ago|last (?:week|month)|yesterday|today|(?:over |on |at )?(?:the|this|last) weekend|(?:on |last |on last )?${WEEKDAY}|so far)`

/** Evenings begin then, and nights end in the morning. */
const EVENING_MINUTE = 18 * 60
const MORNING_MINUTE = 9 * 60
const NOON_MINUTE = 12 * 60

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const UNITS_MS = { hour: HOUR_MS, day: DAY_MS, week: 7 * DAY_MS, month: 30 * DAY_MS } as const

/** On whose wall, and when, a time is meant. */
export interface Now {
  nowMs: number
  zone: string
  /** ISO weekday on which weeks begin. */
  weekStart: number
}

/** The time that words mean, `toMs` exclusive; it never goes beyond now. */
export function windowOf(called: string, now: Now): Window {
  const { fromMs, toMs: untilMs } = meantBy(called, now)
  return { fromMs, toMs: Math.max(fromMs, Math.min(untilMs, now.nowMs + 1)) }
}

/** How a time is called in an answer: `on Tuesday`, `while you were asleep`. */
export const sayPeriod = (called: string): string =>
  called
    .replace(new RegExp(`\\b${WEEKDAY}\\b`), (day) => day.charAt(0).toUpperCase() + day.slice(1))
    .replace(/\b(?:i was|we were|i were|we was)\b/, 'you were')

function meantBy(called: string, now: Now): Window {
  const { nowMs, zone, weekStart } = now
  const day = (plus: number) => wallDay(nowMs, zone, plus)
  const since = (fromMs: number): Window => ({ fromMs, toMs: nowMs + 1 })
  const today = day(0)
  if (called.startsWith('since ')) return since(windowOf(called.slice('since '.length), now).fromMs)

  const rolling = /(?:last|past) (\d*) ?(hour|day|week|month)/.exec(called)
  if (rolling && /\bthe\b/.test(called)) {
    const lengthMs = Number(rolling[1] || 1) * UNITS_MS[rolling[2] as keyof typeof UNITS_MS]
    return since(nowMs - lengthMs)
  }
  const ago = /^(\d+) days ago$/.exec(called)
  if (ago) return { fromMs: day(-Number(ago[1])).startMs, toMs: day(1 - Number(ago[1])).startMs }

  const weekday = DAYS.findIndex((name) => called.endsWith(name))
  if (weekday >= 0) {
    const since = (today.weekday - (weekday + 1) + 7) % 7
    const back = since === 0 && called.includes('last ') ? 7 : since
    return { fromMs: day(-back).startMs, toMs: day(1 - back).startMs }
  }
  const sinceWeekBegan = (today.weekday - weekStart + 7) % 7
  const evening = today.atMinute(EVENING_MINUTE)
  const nightBefore = { fromMs: day(-1).atMinute(EVENING_MINUTE), toMs: today.atMinute(MORNING_MINUTE) }
  switch (called) {
    case 'yesterday':
      return { fromMs: day(-1).startMs, toMs: today.startMs }
    case 'this morning':
      return { fromMs: today.startMs, toMs: today.atMinute(NOON_MINUTE) }
    case 'this afternoon':
      return { fromMs: today.atMinute(NOON_MINUTE), toMs: evening }
    case 'this evening':
      return since(evening)
    case 'tonight':
      return evening <= nowMs ? since(evening) : nightBefore
    case 'overnight':
    case 'last night':
      return nightBefore
    case 'this week':
      return since(day(-sinceWeekBegan).startMs)
    case 'last week':
      return { fromMs: day(-sinceWeekBegan - 7).startMs, toMs: day(-sinceWeekBegan).startMs }
    case 'this month':
      return since(monthOf(nowMs, zone))
    case 'last month':
      return { fromMs: monthOf(monthOf(nowMs, zone) - 1, zone), toMs: monthOf(nowMs, zone) }
  }
  if (called.endsWith('weekend')) {
    const saturday = (today.weekday - 6 + 7) % 7
    return { fromMs: day(-saturday).startMs, toMs: day(-saturday + 2).startMs }
  }
  // Whoever was away hears too much rather than too little.
  return since(called.startsWith('while') ? nightBefore.fromMs : today.startMs)
}

/** The first instant of the month of an instant. */
const monthOf = (ms: number, zone: string): number => toMs(`${isoDay(ms, zone).slice(0, 7)}-01`, zone)

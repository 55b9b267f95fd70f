import { DeskError } from '#kernel/errors.ts'
import { type Money, parseMoney } from '#kernel/money.ts'
import { parseDurationMs } from '#kernel/units.ts'

/** Part of a day in minutes after local midnight; `toMinute` is exclusive and at most 1440. */
export interface Window {
  fromMinute: number
  toMinute: number
}

/** Windows by ISO weekday, 1 (Monday) to 7 (Sunday). A day without windows is a day off. */
export type WeekWindows = Readonly<Record<IsoWeekday, readonly Window[]>>
export type IsoWeekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

export const ISO_WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly IsoWeekday[]
const DAY_NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** Minutes after midnight of `09:30`, or null; `24:00` is the end of the day. */
export function parseClock(text: string): number | null {
  const parts = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(text.trim())
  if (!parts) return null
  const minute = Number(parts[1]) * 60 + Number(parts[2])
  return minute <= 1440 ? minute : null
}

/** The window of `09:30-18:00`, or null where it is none or does not end after it begins. */
export function parseWindow(text: string): Window | null {
  const [from, to, more] = text.split(/\s*[-–]\s*/)
  const fromMinute = parseClock(from ?? '')
  const toMinute = parseClock(to ?? '')
  if (fromMinute === null || toMinute === null || more !== undefined) return null
  return fromMinute < toMinute ? { fromMinute, toMinute } : null
}

/** The windows of `09:00-12:00, 14:00-18:00`, in order and apart, or null. */
export function parseWindows(text: string): Window[] | null {
  const windows: Window[] = []
  for (const part of text.split(',')) {
    const window = parseWindow(part.trim())
    if (!window || window.fromMinute < (windows.at(-1)?.toMinute ?? 0)) return null
    windows.push(window)
  }
  return windows
}

/** Weekdays of `mon-thu`, `fri`, `sat-mon` or `mon, wed`, in the order written, or null. */
export function parseDays(text: string): IsoWeekday[] | null {
  const days: IsoWeekday[] = []
  for (const part of text.toLowerCase().split(',')) {
    const [first, last = first, more] = part.trim().split(/\s*[-–]\s*/)
    const from = DAY_NAMES.indexOf(first ?? '')
    const to = DAY_NAMES.indexOf(last ?? '')
    if (from < 0 || to < 0 || more !== undefined) return null
    for (let day = from; ; day = (day + 1) % 7) {
      days.push(ISO_WEEKDAYS[day] ?? 1)
      if (day === to) break
    }
  }
  return new Set(days).size === days.length ? days : null
}

/** A week of windows, sorted by time, from pairs of days and windows. */
export function weekOf(entries: readonly { days: readonly IsoWeekday[]; window: Window }[]): WeekWindows {
  const week: Record<IsoWeekday, Window[]> = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] }
  for (const { days, window } of entries) for (const day of days) week[day].push(window)
  for (const day of ISO_WEEKDAYS) week[day].sort((a, b) => a.fromMinute - b.fromMinute)
  return week
}

/** Milliseconds of a duration that the schema has already let through. */
export function durationMs(text: string): number {
  return parseDurationMs(text) ?? unreadable(text)
}

/** Money that the schema has already let through. */
export function moneyOf(text: string): Money {
  return parseMoney(text) ?? unreadable(text)
}

/** Minutes after midnight of a time that the schema has already let through. */
export function clockMinute(text: string): number {
  return parseClock(text) ?? unreadable(text)
}

/** A window that the schema has already let through. */
export function windowOf(text: string): Window {
  return parseWindow(text) ?? unreadable(text)
}

/** Windows that the schema has already let through. */
export function windowsOf(text: string): Window[] {
  return parseWindows(text) ?? unreadable(text)
}

/** Weekdays that the schema has already let through. */
export function daysOf(text: string): IsoWeekday[] {
  return parseDays(text) ?? unreadable(text)
}

/** 0.4 of `40%`. */
export function shareOf(percent: string): number {
  return Number(percent.slice(0, -1)) / 100
}

function unreadable(text: string): never {
  throw new DeskError('POLICY_INVALID', { problem: `The policy holds "${text}", which cannot be read.` })
}

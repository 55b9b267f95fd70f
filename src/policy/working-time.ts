import { wallDay } from '#kernel/time.ts'
import type { PolicyPerson } from './compile.ts'
import { workingWindowsMinutes } from './people.ts'

/** Days looked ahead before giving up on somebody who never works. */
const MOST_DAYS = 60

type Worker = Pick<PolicyPerson, 'timezone' | 'workingHours'>

/** The moment at which `workMs` of a person's working hours will have passed since `fromMs`, in their own zone. */
export function addWorkingMs(person: Worker, fromMs: number, workMs: number): number {
  let left = workMs
  for (let looked = 0; looked < MOST_DAYS; looked++) {
    const day = wallDay(fromMs, person.timezone, looked)
    for (const window of workingWindowsMinutes(person, day.weekday)) {
      const startMs = Math.max(fromMs, day.atMinute(window.fromMinute))
      const endMs = day.atMinute(window.toMinute)
      if (endMs <= startMs) continue
      if (endMs - startMs >= left) return startMs + left
      left -= endMs - startMs
    }
  }
  return fromMs + workMs
}

/** The first moment from `fromMs` on at which a person works: `fromMs` itself where they do then. */
export const nextWorkingMs = (person: Worker, fromMs: number): number => addWorkingMs(person, fromMs, 0)

import { expect, test } from 'vitest'
import { unmistyped } from './typos.ts'

test.each([
  ['calender', 'calendar'],
  ['calendaar', 'calendar'],
  ['clendar', 'calendar'],
  ['shedule', 'schedule'],
  ['schedual', 'schedule'],
  ['scehdule', 'schedule'],
  ['appoinment', 'appointment'],
  ['apointment', 'appointment'],
  ['tommorow', 'tomorrow'],
  ['tomorow', 'tomorrow'],
  ['remainder', 'reminder'],
  ['wendesday', 'wednesday'],
])('%s is read as %s', (written, meant) => {
  expect(unmistyped(written)).toBe(meant)
})

test.each([
  'schedules',
  'scheduled',
  'scheduler',
  'reminded',
  'reminders',
  'calendars',
  'meetings',
  'unavailable',
  'birthdays',
])('%s stays', (word) => {
  expect(unmistyped(word)).toBe(word)
})

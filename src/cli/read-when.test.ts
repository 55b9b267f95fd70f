import { expect, test } from 'vitest'
import { readWhenLine } from './read-when.ts'

const line = (text: string, zone = 'UTC'): ReturnType<typeof readWhenLine> =>
  readWhenLine({ id: '1', text, at: '2026-03-02T09:00:00+00:00', zone, locale: 'en-US' })

test('the answer bears the id and instants with offsets', () => {
  expect(line('call Ana tomorrow at 3pm')).toEqual({
    id: '1',
    found: [{ text: 'tomorrow at 3pm', start: '2026-03-03T15:00:00Z', end: null, grain: 'hour', ambiguous: false }],
  })
  expect(line('tomorrow at 3pm', 'Etc/GMT+2').found[0]?.start).toBe('2026-03-03T15:00:00-02:00')
})

test('ranges, open times and lengths have their shapes', () => {
  expect(line('tomorrow from 3 to 4pm').found[0]).toMatchObject({
    start: '2026-03-03T15:00:00Z',
    end: '2026-03-03T16:00:00Z',
  })
  expect(line('after 3pm').found[0]).toMatchObject({ open: 'after', start: '2026-03-02T15:00:00Z', end: null })
  expect(line('until 3pm').found[0]).toMatchObject({ open: 'before', start: null, end: '2026-03-02T15:00:00Z' })
  expect(line('90 minutes').found[0]).toEqual({
    text: '90 minutes',
    start: null,
    end: null,
    grain: 'minute',
    ambiguous: false,
    duration: 'PT90M',
  })
})

test('recurring times and dates that do not exist are left out', () => {
  expect(line('every Monday').found).toEqual([])
  expect(line('30 February').found).toEqual([])
})

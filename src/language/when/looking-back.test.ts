import { expect, test } from 'vitest'
import { readWhen } from '../when.ts'

/** Tuesday 12 February 2030, 16:30. */
const options = { nowMs: Date.UTC(2030, 1, 12, 16, 30), zone: 'Etc/UTC', locale: 'en-US' }
const stamp = (ms: number | null): string => (ms === null ? '' : new Date(ms).toISOString().slice(0, 16))
const spans = (text: string): string[] =>
  readWhen(text, options).map(({ startMs, endMs }) => `${stamp(startMs)} ${stamp(endMs)}`.trim())

test.each([
  ['since Friday', '2030-02-08T00:00'],
  ['since July', '2029-07-01T00:00'],
  ['since February', '2030-02-01T00:00'],
  ['since the end of June', '2029-06-21T00:00'],
  ['since 2pm', '2030-02-12T14:00'],
  ['since Christmas', '2029-12-25T00:00'],
])('%s looks back', (text, start) => {
  expect(spans(text)).toEqual([start])
})

test.each([
  ['the call was at 3pm', '2030-02-12T15:00 2030-02-12T16:00'],
  ['that was Friday', '2030-02-08T00:00 2030-02-09T00:00'],
  ['Sunday afternoon to last night', '2030-02-10T12:00 2030-02-12T00:00'],
])('%s', (text, span) => {
  expect(spans(text)).toEqual([span])
})

test('what is due by a time lies between now and then, what is before it need not', () => {
  expect(spans('by Thursday')).toEqual(['2030-02-12T16:30 2030-02-15T00:00'])
  expect(spans('by 2pm PST')).toEqual(['2030-02-12T16:30 2030-02-12T22:00'])
  expect(spans('before Thursday')).toEqual(['2030-02-14T00:00'])
  expect(spans('it happened last Tuesday by 2 in the afternoon')).toEqual(['2030-02-05T14:00'])
})

test('timers and waits end, other lengths only last', () => {
  expect(spans('set a timer for 1 hour and 5 minutes')).toEqual(['2030-02-12T17:35 2030-02-12T17:36'])
  expect(spans('wait for 5 minutes')).toEqual(['2030-02-12T16:35 2030-02-12T16:36'])
  expect(readWhen('book it for 5 minutes', options)).toMatchObject([{ kind: 'length', duration: 'PT5M' }])
})

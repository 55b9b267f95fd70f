import { expect, test } from 'vitest'
import { gather } from '#test/conformance/gather.ts'
import { localStore } from '#test/conformance/local-store.ts'
import { everyEvent } from './export.ts'
import { importCalendar, MOST_EVENTS } from './import.ts'

const calendar = (...lines: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (uid: string, ...lines: string[]) => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  'DTSTART:20260101T100000Z',
  'DTEND:20260101T103000Z',
  ...lines,
  'END:VEVENT',
]
async function take(text: string) {
  const { sql, close } = await localStore()
  async function* source() {
    yield text
  }
  try {
    const report = await importCalendar(sql, source, { file: 'c.ics', zone: 'Etc/UTC' })
    return {
      report,
      events: (await gather(everyEvent(sql))).map(({ row, stored }) => ({ id: row.id, ...stored })),
    }
  } finally {
    close()
  }
}

test.each([
  ['nothing', '', 1, 'no calendar'],
  ['something else', '<html>', 1, 'BEGIN:VCALENDAR'],
  ['a file cut off', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n', 3, 'ends inside VEVENT, which began on line 2'],
  ['crossed components', calendar('BEGIN:VEVENT', 'END:VTODO'), 4, 'END:VTODO closes nothing'],
  ['a line that is none', calendar(...event('1', 'SUMMARY')), 7, 'SUMMARY'],
  [
    'a day that is none',
    calendar(...event('1'), ...event('2', 'EXDATE:20260230T100000Z')),
    12,
    '2026-02-30T10:00:00Z is no date',
  ],
  ['a zone nobody knows', calendar(...event('1', 'RDATE;TZID=Mars/Base:20260102T100000')), 7, '"Mars/Base"'],
  ['no start', calendar('BEGIN:VEVENT', 'UID:1', 'END:VEVENT'), 3, 'no DTSTART'],
  ['an end before the start', calendar(...event('1').with(3, 'DTEND:20251231T100000Z')), 6, 'ends before it begins'],
  ['a rule by the second', calendar(...event('1', 'RRULE:FREQ=SECONDLY')), 7, 'FREQ=SECONDLY repeats more often'],
  ['a rule that is none', calendar(...event('1', 'RRULE:FREQ=NEVER')), 7, 'NEVER'],
  ['a duration that is none', calendar(...event('1').with(3, 'DURATION:soon')), 6, 'soon'],
  ['a nest of components', calendar(...Array.from({ length: 9 }, () => 'BEGIN:VALARM')), 10, 'nested deeper'],
  [
    'this and future',
    calendar(...event('1', 'RECURRENCE-ID;RANGE=THISANDFUTURE:20260101T100000Z')),
    7,
    'THISANDFUTURE',
  ],
])('%s is refused with its line', async (_what, text, line, problem) => {
  await expect(take(text)).rejects.toMatchObject({ code: 'IMPORT_INVALID', details: { where: `line ${line}` } })
  await expect(take(text)).rejects.toThrow(problem)
})

test('a file with a mistake at its end changes nothing', async () => {
  const { sql, close } = await localStore()
  const many = Array.from({ length: 1200 }, (_, index) => event(`u${index}`)).flat()
  async function* source() {
    yield calendar(...many, ...event('last', 'RRULE:FREQ=SECONDLY'))
  }
  await expect(importCalendar(sql, source, { file: 'c.ics', zone: 'Etc/UTC' })).rejects.toThrow('SECONDLY')
  expect(await gather(everyEvent(sql))).toEqual([])
  close()
})

test('lower case, bare line feeds, a BOM, blank lines and foreign components are read', async () => {
  const text = `\uFEFF${calendar('begin:vtodo', 'summary:x', 'end:vtodo', '', ...event('1', 'summary:Two', ' words'))}`
  const { events } = await take(text.replaceAll('\r\n', '\n'))
  expect(events).toMatchObject([{ id: '1', title: 'Twowords', organizer: '' }])
})

test('an event without a UID has an id that stays', async () => {
  const text = calendar(...event('1').toSpliced(1, 1))
  expect((await take(text)).events[0]?.id).toBe((await take(text)).events[0]?.id)
})

test('more events than the limit are refused before anything is written', async () => {
  const { sql, close } = await localStore()
  async function* source() {
    yield 'BEGIN:VCALENDAR\r\n'
    for (let index = 0; index <= MOST_EVENTS; index++) yield `${event(`u${index}`).join('\r\n')}\r\n`
    yield 'END:VCALENDAR\r\n'
  }
  await expect(importCalendar(sql, source, { file: 'c.ics', zone: 'Etc/UTC' })).rejects.toMatchObject({
    code: 'IMPORT_TOO_LARGE',
  })
  close()
})

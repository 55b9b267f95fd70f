import { expect, test } from 'vitest'
import { readWhen } from '../when.ts'

/** Friday 20 November 2026, 09:00. */
const nowMs = Date.UTC(2026, 10, 20, 9)
const span = (text: string, locale: string): string[] =>
  readWhen(text, { nowMs, zone: 'Etc/UTC', locale }).map(({ startMs, endMs }) =>
    [startMs, endMs].map((ms) => (ms === null ? '' : new Date(ms).toISOString().slice(0, 16))).join(' '),
  )

test.each([
  ['es', 'mañana por la tarde', '2026-11-21T12:00 2026-11-21T17:00'],
  ['es', 'el lunes que viene a las 10', '2026-11-23T10:00 2026-11-23T11:00'],
  ['es', 'mañana a las 3 y media', '2026-11-21T15:30 2026-11-21T15:31'],
  ['es', 'entre las 3 y las 5 de la tarde', '2026-11-20T15:00 2026-11-20T17:00'],
  ['es', 'el 5 de mayo de 2027', '2027-05-05T00:00 2027-05-06T00:00'],
  ['es', 'hace 3 días', '2026-11-17T00:00 2026-11-18T00:00'],
  ['es', 'la semana que viene', '2026-11-23T00:00 2026-11-30T00:00'],
  ['fr', 'demain 15h', '2026-11-21T15:00 2026-11-21T16:00'],
  ['fr', 'lundi prochain à 9h30', '2026-11-23T09:30 2026-11-23T09:31'],
  ['fr', "jeudi à trois heures et demie de l'après-midi", '2026-11-26T15:30 2026-11-26T15:31'],
  ['fr', 'du 3 au 5 juin', '2027-06-03T00:00 2027-06-06T00:00'],
  ['fr', 'de 9h à 11h demain', '2026-11-21T09:00 2026-11-21T11:00'],
  ['fr', 'il y a 2 semaines', '2026-11-06T00:00 2026-11-07T00:00'],
  ['de', 'nächsten Freitag um 14 Uhr', '2026-11-27T14:00 2026-11-27T15:00'],
  ['de', 'übermorgen um halb drei', '2026-11-22T14:30 2026-11-22T14:31'],
  ['de', 'vom 3. bis 5. Juni', '2027-06-03T00:00 2027-06-06T00:00'],
  ['de', 'heute Abend', '2026-11-20T17:00 2026-11-20T21:00'],
  ['de', 'von 9 bis 11 Uhr am Montag', '2026-11-23T09:00 2026-11-23T11:00'],
  ['de', 'am 3.4.2027 um 10:15 Uhr', '2027-04-03T10:15 2027-04-03T10:16'],
  ['de', 'geht es am 3.12. um 14 Uhr?', '2026-12-03T14:00 2026-12-03T15:00'],
  ['de', 'in drei Tagen', '2026-11-23T00:00 2026-11-24T00:00'],
])('%s: %s', (locale, text, expected) => {
  expect(span(text, locale)).toEqual([expected])
})

test('the words themselves tell the language where the locale does not', () => {
  expect(span('Termin übermorgen um 14 Uhr', 'en-US')).toEqual(['2026-11-22T14:00 2026-11-22T15:00'])
  expect(span('rendez-vous demain matin', 'en-US')).toEqual(['2026-11-21T08:00 2026-11-21T12:00'])
  expect(span('reunión el miércoles a las 11', 'en-US')).toEqual(['2026-11-25T11:00 2026-11-25T12:00'])
})

test('English is read in every language', () => {
  expect(span('call tomorrow at 3pm', 'de-DE')).toEqual(['2026-11-21T15:00 2026-11-21T16:00'])
})

/** Friday 20 November 2026: where a time begins or ends, by its first or last day. */
test.each([
  ['es', 'no antes del jueves', '2026-11-26', null],
  ['es', 'antes del jueves', null, '2026-11-26'],
  ['fr', 'pas avant jeudi', '2026-11-26', null],
  ['fr', 'depuis lundi', '2026-11-16', null],
  ['de', 'nicht vor Donnerstag', '2026-11-26', null],
  ['de', 'vor Donnerstag', null, '2026-11-26'],
  ['de', 'ab Montag', '2026-11-23', null],
  ['de', 'seit Montag', '2026-11-16', null],
])('%s: %s is open on one side', (locale, text, start, end) => {
  const [found] = readWhen(text, { nowMs: Date.UTC(2026, 10, 20, 9), zone: 'Etc/UTC', locale })
  const day = (ms: number | null | undefined): string | null =>
    ms == null ? null : new Date(ms).toISOString().slice(0, 10)
  expect([day(found?.startMs), day(found?.endMs)]).toEqual([start, end])
})

test('"et" between French hours is no American time zone', () => {
  const [found] = readWhen('entre 14h et 16h', { nowMs: Date.UTC(2026, 10, 20, 9), zone: 'Etc/UTC', locale: 'fr' })
  expect([found?.startMs, found?.endMs]).toEqual([Date.UTC(2026, 10, 20, 14), Date.UTC(2026, 10, 20, 16)])
})

import { expect, test } from 'vitest'
import { sheetOf } from '#language/sheet.ts'
import { readWhen } from '#language/when.ts'
import { bareHour, sortOut, takeAsLastTime, takeWhoseTime, wantsPerson, withHalf } from './asides.ts'

const zone = 'Europe/London'
const read = (text: string) => {
  const found = readWhen(text, { nowMs: Date.parse('2026-11-23T08:00:00Z'), zone, locale: 'en-GB' })
  const halves = found.map((finding) => withHalf(finding, text))
  const { wished, excluded } = sortOut(halves, text)
  return { wished: wished.map((one) => one.text), excluded: excluded.map((one) => new Date(one.startMs).toISOString()) }
}

test.each([
  ['thursday or friday but not friday am', ['thursday', 'friday'], ['2026-11-27T00:00:00.000Z']],
  ['sams out thurs pm i think', [], []],
  ["Sam's away on Friday", [], []],
  ['Priya is busy on Tuesday, so Wednesday', ['Wednesday'], []],
  ['not on Tuesday please', [], ['2026-11-24T00:00:00.000Z']],
  ['why not Friday', ['Friday'], []],
  ["i'm busy on Friday", ['on Friday'], []],
  ['dinner out on Friday', ['on Friday'], []],
  ['thurs pm', ['thurs pm'], []],
])('%s', (text, wished, excluded) => expect(read(text)).toEqual({ wished, excluded }))

test.each([
  ['3 works', 3],
  ['11', 11],
  ['#2', 2],
  ['the second one', null],
  ['13', null],
  ['3 people', null],
])('%s is the hour %s', (text, hour) => expect(bareHour(text)).toBe(hour))

test('a question is taken off the sheet, so that it is part of no time or name', () => {
  const whose = sheetOf('03/04 at 5 your time or mine?')
  expect(takeWhoseTime(whose)).toBe(true)
  expect(whose.blank()).toMatch(/^03\/04 at 5 +\?$/)
  expect(takeWhoseTime(sheetOf('at 5 my time'))).toBe(false)
  expect(takeAsLastTime(sheetOf('same time as last time with Lena'))).toBe(true)
  expect(takeAsLastTime(sheetOf('the same time as Sam'))).toBe(false)
})

test.each([
  'book me with someone senior not a bot',
  'no bots please',
  'quiero hablar con una persona real',
  'kein Bot',
])('%s asks for a person', (text) => expect(wantsPerson(text)).toBe(true))
test.each(['book me with Sam', 'a demo of your bot', 'my senior colleague comes too'])('%s does not', (text) =>
  expect(wantsPerson(text)).toBe(false),
)

import { expect, test } from 'vitest'
import { READ_LENGTH, stemOf, wordsOf } from './words.ts'

const plain = (text: string) => wordsOf(text).map((word) => word.plain)

test.each([
  ['book', 'booked', 'booking', 'books'],
  ['move', 'moved', 'moving', 'moves'],
  ['run', 'running', 'runs'],
  ['add', 'added', 'adding', 'adds'],
  ['plan', 'planned', 'planning', 'plans'],
  ['schedule', 'scheduled', 'scheduling', 'schedules'],
  ['party', 'parties'],
  ['lunch', 'lunches'],
])('the forms of %s are one', (...forms) => {
  expect(new Set(forms.map(stemOf)).size).toBe(1)
})

test.each([
  ['not', 'note'],
  ['one', 'on'],
])('%s and %s stay apart', (a, b) => {
  expect(stemOf(a)).not.toBe(stemOf(b))
})

test('short forms are written out, accents and case folded', () => {
  expect(plain("I'm at José's w/ Ana tmrw, what's on?")).toEqual([
    'i',
    'am',
    'at',
    'jose',
    'with',
    'ana',
    'tomorrow',
    'what',
    'is',
    'on',
  ])
  expect(plain("we'd wed")).toEqual(['we', 'would', 'wed'])
  expect(plain('1:1 + lunch & 3/4 at 9:45')).toEqual(['oneonone', 'plus', 'lunch', 'and', '3/4', 'at', '9:45'])
})

test('words know their place in the text as written', () => {
  const text = '  Ça va, José?'
  expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Ça', 'va', 'José'])
})

test('a clause opens at the start and after a stop; quotes mark a title', () => {
  expect(wordsOf('a b, c. d\ne').map((word) => word.opens)).toEqual([true, false, true, true, true])
  expect(wordsOf('call it "big day" now').map((word) => word.quoted)).toEqual([false, false, true, true, false])
})

test('in a list of names no clause opens', () => {
  const opened = (text: string) => wordsOf(text).flatMap((word) => (word.opens ? [word.plain] : []))
  expect(opened('are Sam, Priya and Jo free')).toEqual(['are'])
  expect(opened('are Sam, Priya, and Jo free')).toEqual(['are'])
  expect(opened('cancel lunch, move the call and rest')).toEqual(['cancel', 'move'])
  expect(opened('cancel lunch, apologise and rest')).toEqual(['cancel', 'apologise'])
})

test('only the first screens are read', () => {
  expect(wordsOf('a '.repeat(1_000_000)).length).toBe(READ_LENGTH / 2)
})

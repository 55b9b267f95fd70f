import { expect, test } from 'vitest'
import { markTimes } from './when-words.ts'
import { wordsOf } from './words.ts'

/** The words that are marked, each with `:l` where it is a length. */
const marked = (text: string) => {
  const words = wordsOf(text)
  return markTimes(words).flatMap((mark, at) => (mark ? [`${words[at]?.plain}${mark === 'length' ? ':l' : ''}`] : []))
}

test.each([
  ['call on friday at 3', ['friday', '3']],
  ['at 3pm, 15:30 or 9.45', ['3pm', '15:30', '9.45']],
  ['five pm on the fifth of march', ['five', 'pm', 'fifth', 'march']],
  ['next week or in two weeks', ['week', 'two:l', 'weeks']],
  ['for 30 min or an hour', ['30:l', 'min:l', 'hour:l']],
  ['25m tmrw', ['25m:l', 'tomorrow']],
  ['mañana a las 5, übermorgen, demain', ['manana', '5', 'ubermorgen', 'demain']],
  ['on 03/04 or the 5th', ['03/04', '5th']],
])('finds the times of "%s"', (text, expected) => {
  expect(marked(text)).toEqual(expected)
})

test.each(['you may march on', 'one of two deals', 'room 12 costs 400 dollars', 'a second opinion', 'the sun'])(
  'finds none in "%s"',
  (text) => {
    expect(marked(text)).toEqual([])
  },
)

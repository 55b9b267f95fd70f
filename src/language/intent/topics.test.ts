import { expect, test } from 'vitest'
import { topicsOf } from './topics.ts'
import { wordsOf } from './words.ts'

const topics = (text: string) => {
  const words = wordsOf(text)
  const flags = topicsOf(words)
  return words.filter((_, at) => flags[at]).map(({ plain }) => plain)
}

test.each([
  ['a call about the tax bill, then pay', ['the', 'tax', 'bill']],
  ['a call with the bank on friday', ['the', 'bank']],
  ['lunch at the hotel restaurant', ['the', 'hotel']],
  ['an hour before my flight on monday', ['my', 'flight']],
  ['book a flight', []],
])('"%s" speaks of %s in passing', (text, expected) => {
  expect(topics(text)).toEqual(expected)
})

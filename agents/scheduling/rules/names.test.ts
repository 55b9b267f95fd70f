import { expect, test } from 'vitest'
import { nameFits, standsIn } from './names.ts'

test.each([
  ['Daily standup', 'the standup', true],
  ['Project Initiation Meeting', 'Project Initiation Meeting meeting', true],
  ['Sync up', 'sync-up', true],
  ['Lunch: Dave & Mia', 'lunch', true],
  ['Globex quarterly review', 'globex review', true],
  ['Daily stand-up', 'standup', true],
  ['Budget', 'hiring', false],
  ['Design review', 'budget review', false],
  ['Cat sitting', 'car service', false],
])('%s is called "%s": %s', (title, called, fits) => {
  expect(nameFits(title, called) > 0).toBe(fits)
})

test('the very title fits better than a longer one that holds the words', () => {
  expect(nameFits('Review', 'review')).toBeGreaterThan(nameFits('Design review', 'review'))
})

test('a title stands in a text as a whole or not at all', () => {
  expect(standsIn('Risk management forum', 'we need no more risk management forum meetings')).toBe(true)
  expect(standsIn('Risk management forum', 'how do we manage risk')).toBe(false)
  expect(standsIn('Meeting', 'cancel my next meeting')).toBe(false)
})

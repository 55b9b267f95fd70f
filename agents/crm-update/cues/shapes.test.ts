import { expect, test } from 'vitest'
import { PROVIDED_SHAPES } from '../read/query/provided.ts'
import { LISTS, MANY, SAME } from './shapes.ts'

const any = (shapes: readonly RegExp[], text: string): boolean => shapes.some((shape) => shape.test(text))

test.each([
  "sam's deals",
  'deals over 20k',
  'my open tasks',
  'open deals by close date',
  "what's closing this week",
  'are there any duplicate contacts?',
  'can you import my contacts from this spreadsheet?',
  'who do we know at acme',
  "what's left to do for globex",
])('"%s" is a question about the records', (text) => {
  expect(any(LISTS, text)).toBe(true)
})

test.each([
  'move all stale deals to nurture',
  "We're moving all of Lena's leads to Sofia. Can you make that change?",
  'please delete all contacts without an email',
])('"%s" is one change for many', (text) => {
  expect(any(MANY, text)).toBe(true)
})

test.each([
  'delete all my meetings tomorrow',
  'move all events with clients to friday',
  'send an email to all customers',
  'remind me to call all contacts',
  'deals over 20k and book a call with Sam',
  'move all stale deals to nurture and then book a call with Sam',
  'my contact lens prescription',
  'the deal is off',
  'lol acme deals',
])('"%s" is somebody else\'s job, or more than one', (text) => {
  expect(any([...LISTS, ...MANY, ...SAME, ...PROVIDED_SHAPES], text)).toBe(false)
})

// A shape that runs away runs into the time a test is given.
test.each(['a'.repeat(5000), 'all deals '.repeat(500), "if we haven't spoken to ".repeat(200), 'x and '.repeat(900)])(
  'a long text holds no shape up (%#)',
  (text) => {
    expect(any([...LISTS, ...MANY, ...SAME, ...PROVIDED_SHAPES], text)).toBeTypeOf('boolean')
  },
)

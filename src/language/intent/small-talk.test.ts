import { expect, test } from 'vitest'
import { isGreeting } from './small-talk.ts'

test.each(['hi', 'Hello!', 'good morning team', 'hey all 👋', 'hola', 'guten Morgen'])('%s greets', (text) => {
  expect(isGreeting(text)).toBe(true)
})

test.each(['', 'good', 'morning', 'hi, yes', 'hello, sounds good', 'hi, book a room', 'thanks', 'tomorrow morning'])(
  '%s is more than a greeting, or none',
  (text) => {
    expect(isGreeting(text)).toBe(false)
  },
)

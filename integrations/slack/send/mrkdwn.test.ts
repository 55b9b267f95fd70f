import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutEscaped, escaped, split } from './mrkdwn.ts'

test('nothing in a text is a mark of Slack: no mention, no link, no call to a channel', () => {
  expect(escaped('<!channel> <@U1> <https://x.example|bank> R&D')).toBe(
    '&lt;!channel&gt; &lt;@U1&gt; &lt;https://x.example|bank&gt; R&amp;D',
  )
})

test('any text is split without loss, within the length, and never inside an escaped sign', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400, unit: 'grapheme' }), fc.integer({ min: 20, max: 90 }), (text, length) => {
      const whole = escaped(text)
      const pieces = split(whole, length)
      const bare = (one: string) => one.replace(/\s/g, '')
      return (
        bare(pieces.join('')) === bare(whole) &&
        pieces.every((piece) => piece.length <= length && !/&[a-z]*$/.test(piece) && !/^[a-z]{0,3};/.test(piece))
      )
    }),
  )
})

test('lines and words stay whole where they can', () => {
  expect(split('one two three\nfour five six', 16)).toEqual(['one two three', 'four five six'])
  expect(cutEscaped('&&&&&&', 12)).toBe('&amp;&amp;')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escaped, split } from './markdown.ts'

/** A text as Discord shows it. */
const shown = (markdown: string): string =>
  markdown.replace(/(?<!\\)((?:\\\\)*)<(https?:[^>]*)>/g, '$1$2').replace(/\\([^0-9A-Za-z\s])/g, '$1')

test('nothing in a text is a mark of Discord: no mention, no link behind words, no heading', () => {
  expect(escaped('<@1> <#2> [bank](https://x.example/a_b).')).toBe(
    '\\<@1\\> \\<#2\\> \\[bank\\](<https://x.example/a_b>).',
  )
  expect(escaped('# big\n- # big\n-# small\nC# and #12')).toBe('\\# big\n- \\# big\n-\\# small\nC# and #12')
})

test('any text is split without loss, within the length, and never inside an escaped sign', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400, unit: 'grapheme' }), fc.integer({ min: 20, max: 90 }), (text, length) => {
      const whole = escaped(text)
      const pieces = split(whole, length)
      const bare = (one: string) => one.replace(/\s/g, '')
      return (
        bare(pieces.join('')) === bare(whole) &&
        pieces.every((piece) => piece.length <= length && (/\\*$/.exec(piece)?.[0].length ?? 0) % 2 === 0)
      )
    }),
  )
})

test('what is escaped is shown as it was', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200, unit: fc.constantFrom(...'ab \n\\*_~`|<>[]()#-@:/.') }), (text) => {
      expect(shown(escaped(text))).toBe(text)
    }),
  )
})

test('lines, words and addresses stay whole where they can', () => {
  expect(split('one two three\nfour five six', 16)).toEqual(['one two three', 'four five six'])
  expect(split('abc<https://x.example/long>', 20)).toEqual(['abc', '<https://x.example/l', 'ong>'])
})

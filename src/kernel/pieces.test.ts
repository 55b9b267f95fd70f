import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cut, piecesOf } from './pieces.ts'

test('a text is parted at paragraphs, else lines, else words, else where it must', () => {
  expect(piecesOf('first part\n\nsecond line\nthird', 25)).toEqual(['first part\n\nsecond line', 'third'])
  expect(piecesOf('some words that go on', 12)).toEqual(['some words', 'that go on'])
  expect(piecesOf('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij'])
  expect(piecesOf('ab😀cd', 3)).toEqual(['ab', '😀c', 'd'])
  expect(piecesOf(' \n ', 10)).toEqual([])
})

test('what has to stay whole does', () => {
  const entity = (head: string): number | null => /&[a-z]{0,3}$/.exec(head)?.index ?? null
  expect(piecesOf('ab&lt;cd', 4, entity)).toEqual(['ab', '&lt;', 'cd'])
})

test('no piece is too long, and no word is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 4, max: 80 }), (text, length) => {
      const pieces = piecesOf(text, length)
      for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(length)
      const bare = (said: string) => said.replace(/\s+/g, '')
      expect(bare(pieces.join(''))).toBe(bare(text))
    }),
  )
})

test('what is cut says so', () => {
  expect(cut('a long line', 7)).toBe('a long…')
  expect(cut('short', 5)).toBe('short')
})

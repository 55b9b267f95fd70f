import { expect, test } from 'vitest'
import { spanOf } from './span.ts'

const text = 'Can you  MOVE my sync with Lena\nto 15.30? Budget is €150k, not 1.5m. (see [docs], follow-up)'

test.each([
  ['move my sync', 'MOVE my sync'],
  ['can you move', 'Can you  MOVE'],
  ['Lena to', 'Lena\nto'],
  ['€150k', '€150k'],
  ['15.30', '15.30'],
  ['[docs]', '[docs]'],
  ['1.5m', '1.5m'],
  ['follow-up', 'follow-up'],
])('"%s" is found as the text has it', (words, as) => {
  const span = spanOf(text, words)
  expect(span && text.slice(...span)).toBe(as)
})

test.each([
  '',
  '  ',
  'Lena Ortiz',
  '150',
  '50k',
  '5m',
  '15',
  '30',
  'move sync',
  'len',
  'mia@evil.example',
  'x'.repeat(9999),
])('"%.20s" is not there', (words) => {
  expect(spanOf(text, words)).toBeNull()
})

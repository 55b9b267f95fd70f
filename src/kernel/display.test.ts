import { expect, test } from 'vitest'
import { cleanLine, cleanName, quoted } from './display.ts'

test.each([
  ['Pricing', 'Pricing'],
  ['two\nlines\r\n and  gaps', 'two lines and gaps'],
  ['abc\u202edcba\u2066\u200b', 'abcdcba'],
  ['@everyone read <!channel> and @here', 'everyone read <channel> and here'],
  ['@everyone\u202egnitirw', 'everyonegnitirw'],
  ['mail jo@acme.io', 'mail jo@acme.io'],
  ['<script>alert(1)</script>', '<script>alert(1)</script>'],
])('%j is shown as %j', (title, shown) => {
  expect(cleanLine(title)).toBe(shown)
  expect(quoted(title)).toBe(`"${shown}"`)
})

test('names are lines too, with look-alike letters put back', () => {
  expect(cleanName('S\u0430m\n@here')).toBe('Sam here')
  expect(cleanName('x'.repeat(200))).toHaveLength(80)
})

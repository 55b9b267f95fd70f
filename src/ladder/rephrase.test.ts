import { expect, test } from 'vitest'
import { filledIn, templateOf } from './rephrase.ts'

const said = { nowMs: Date.parse('2026-11-23T08:00:00Z'), zone: 'Europe/London', language: 'en' as const }
const text =
  'Hi Ana, thanks for writing to Northwind Studio.\nYes, we do Websites, from 4,000 EUR, in 6 to 8 weeks. See https://northwind.example/work.\nWe do not work on Friday afternoon. What is your budget?'
const template = templateOf(text, ['Northwind Studio', 'Websites', 'Ana'], said)

test('names, amounts, times, lengths and addresses are data, and stand in places', () => {
  expect(template.text).not.toMatch(/Northwind|Websites|Ana|EUR|weeks|https|Friday/)
  expect(template.text).not.toMatch(/\d(?!\})/)
  expect(filledIn(template, template.text, said)).toBe(text)
})

test('the same may be said otherwise', () => {
  const worded = template.text
    .replace('Hi', 'Hello')
    .replace('What is your budget?', 'And what would your budget be, please?')
  expect(filledIn(template, worded, said)).toContain('And what would your budget be, please?')
})

test.each([
  ['a place is missing', (one: string) => one.replace('{1}', '')],
  ['a place is said twice', (one: string) => `${one} {1}`],
  ['a place there is not', (one: string) => `${one} {99}`],
  ['an amount', (one: string) => `${one} It is 5 EUR.`],
  ['a number as a word', (one: string) => one.replace('budget', 'one budget')],
  ['a time', (one: string) => `${one} We call you tomorrow.`],
  ['an address', (one: string) => `${one} www.evil.example`],
  ['a mail address', (one: string) => `${one} eve@evil.example`],
  ['a name', (one: string) => `${one} Love, Eve`],
  ['a promise', (one: string) => `${one} We guarantee it.`],
  ['a denial more', (one: string) => one.replace('we do', 'we do not do')],
  ['a denial less', (one: string) => one.replace('We do not work', 'We do work')],
  ['markup', (one: string) => `<b>${one}</b>`],
  ['a link', (one: string) => `${one} [work](x)`],
  ['nothing', () => '  '],
  ['very much', (one: string) => `${one} ${'please '.repeat(80)}`],
])('%s in the wording: the text stays as it was', (_what, change) => {
  const worded = change(template.text)
  expect(worded).not.toBe(template.text)
  expect(filledIn(template, worded, said)).toBeNull()
})

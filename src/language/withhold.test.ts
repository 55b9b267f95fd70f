import { expect, test } from 'vitest'
import type { WithheldKind } from '#kernel/inbound.ts'
import { withheld, withhold } from './withhold.ts'

const ALL: readonly WithheldKind[] = ['card_number', 'password', 'national_id', 'bank_account', 'health']

test.each([
  ['charge 4111 1111 1111 1111 please', 'charge [card number] please'],
  ['5500-0000-0000-0004', '[card number]'],
  ['4111111111111111', '[card number]'],
  ['4111.1111.1111.1111, exp 12/27', '[card number], exp 12/27'],
  ['4111 1111 1111 1111 123', '[card number] 123'],
  ['amex 3782 822463 10005 cvv 1234', 'amex [card number] cvv [card number]'],
  ['my order is 55, the card is 6759649826438453', 'my order is 55, the card is [card number]'],
  ['card #180016070420458', 'card #[card number]'],
  ['the password is hunter2!', 'the password is [password]'],
  ['my password is swordfish', 'my password is [password]'],
  ['Passwort: geheim123', 'Passwort: [password]'],
  ['password:hunter22', 'password:[password]'],
  ['pwd = a:b=c9', 'pwd = [password]'],
  ['ssn 123-45-6789', 'ssn [national id]'],
  ['my social security number is 123456789', 'my social security number is [national id]'],
  ['NINO AB 12 34 56 C', 'NINO [national id]'],
  ['at611904300234573201', '[bank account ending 3201]'],
  ['AT61 1904 3002 3457 3201 into the pot', '[bank account ending 3201] into the pot'],
  ['pay to DE89 3704 0044 0532 0130 00 today', 'pay to [bank account ending 3000] today'],
])('"%s" becomes "%s"', (words, shown) => {
  expect(withhold(words, ALL)).toBe(shown)
})

test.each([
  'call +44 7700 900123 or +1 415 555 2671',
  'call 0044 7700 900123 456, ext 12',
  'order 4111 1111 1111 1112 is not a card',
  'order number 4111111111111111',
  'tracking: 4111111111111111',
  'INV-4111111111111111 and https://shop.example/o/4111111111111111',
  '<@4111111111111111> look at this',
  '0.4111111111111111',
  'I forgot my password again',
  'my password is wrong',
  'the password is the name of our first product',
  'password: see the mail of monday',
  'the password is expired, can you reset it?',
  'meet on 2026-11-23 at 15:00, room 12-34',
  'between 10 and 11, at 10 15 30 a',
  'part 123-45-6789 is out of stock',
  'deal of 25,000 EUR for 120 seats, PO 20261123001',
])('"%s" is left alone', (words) => {
  expect(withhold(words, ALL)).toBe(words)
})

test('only what is asked for is taken out, and it is said what that was', () => {
  expect(withheld('card 4111111111111111, ssn 123-45-6789', ['card_number'])).toEqual({
    text: 'card [card number], ssn 123-45-6789',
    found: ['card_number'],
  })
})

test('what was taken out once stays as it is', () => {
  const once = withhold('4111 1111 1111 1111, password: hunter22, DE89370400440532013000', ALL)
  expect(withhold(once, ALL)).toBe(once)
})

test.each([
  ['digits', `${'4111 '.repeat(4_000)}${'9'.repeat(20_000)}`],
  ['blanks', `password${' '.repeat(39_000)}x`],
  ['lines', `${'password:\t'.repeat(20)}${' \n'.repeat(20_000)}`],
  ['the word alone', `${' password'.repeat(4_000)}${' '.repeat(5_000)}`],
  ['cvv', `cvv is${' '.repeat(39_000)}1`],
])('a long text of %s is looked through to its end', { timeout: 20_000 }, (_what, text) => {
  const once = withhold(text, ALL)
  expect(withhold(once, ALL)).toBe(once)
})

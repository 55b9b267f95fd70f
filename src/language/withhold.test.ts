import { expect, test } from 'vitest'
import { type WithheldKind, withhold } from './withhold.ts'

const ALL: readonly WithheldKind[] = ['card_number', 'password', 'national_id', 'bank_account', 'health']

test.each([
  ['charge 4111 1111 1111 1111 please', 'charge [card number] please'],
  ['5500-0000-0000-0004', '[card number]'],
  ['the password is hunter2!', 'the password is [password]'],
  ['Passwort: geheim123', 'Passwort: [password]'],
  ['ssn 123-45-6789', 'ssn [national id]'],
  ['NINO AB 12 34 56 C', 'NINO [national id]'],
  ['at611904300234573201', '[bank account]'],
  ['AT61 1904 3002 3457 3201 into the pot', '[bank account] into the pot'],
  ['pay to DE89 3704 0044 0532 0130 00 today', 'pay to [bank account] today'],
])('"%s" becomes "%s"', (words, shown) => {
  expect(withhold(words, ALL)).toBe(shown)
})

test.each([
  'call +44 7700 900123 or +1 415 555 2671',
  'order 4111 1111 1111 1112 is not a card',
  'I forgot my password again',
  'meet on 2026-11-23 at 15:00, room 12-34',
  'deal of 25,000 EUR for 120 seats, PO 20261123001',
])('"%s" is left alone', (words) => {
  expect(withhold(words, ALL)).toBe(words)
})

test('only what is asked for is taken out', () => {
  expect(withhold('card 4111111111111111, ssn 123-45-6789', ['card_number'])).toBe(
    'card [card number], ssn 123-45-6789',
  )
})

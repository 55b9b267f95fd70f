import { expect, test } from 'vitest'
import { isClosedStage, plainWords, saysLastContact } from './record-words.ts'

test.each([
  ['last_contact_date', true],
  ['Last contacted', true],
  ['lastContact', true],
  ['Último contacto', true],
  ['last name', false],
  ['contact', false],
  ['follow_up_by', false],
])('%s says when somebody was last spoken to: %s', (field, says) => {
  expect(saysLastContact(field)).toBe(says)
})

test.each([
  ['closed_won', true],
  ['Lost', true],
  ['won back', true],
  ['negotiation', false],
  ['on hold', false],
  [null, false],
])('a deal in %s is over: %s', (stage, over) => {
  expect(isClosedStage(stage)).toBe(over)
})

test('a name is said without its underlines, capitals and accents', () => {
  expect(plainWords('  Próxima_Fecha-deCierre ')).toBe('proxima fecha de cierre')
})

import { expect, test } from 'vitest'
import { placeIn, yesOrNo } from './answers.ts'

test.each([
  ['2', 2, false],
  ['#2', 2, false],
  ['option 2', 2, false],
  ['3 works', 3, false],
  ['the second one please', 2, true],
  ['first', 1, true],
  ['the third works for me', 3, true],
  ['two', 2, false],
  ['la segunda', 2, true],
  ['La primera opción, por favor', 1, true],
  ['la 2 me va bien', 2, false],
  ['el tercero', 3, true],
  ['le deuxième', 2, true],
  ['La première me convient', 1, true],
  ['le 3ème svp', 3, true],
  ['das zweite', 2, true],
  ['der dritte Termin passt mir', 3, true],
  ['Nummer 1 bitte', 1, false],
  ['the last one', 'last', true],
  ['la última', 'last', true],
])('%j is place %j', (text, place, ordinal) => expect(placeIn(text)).toEqual({ place, ordinal }))

test.each(['3pm', 'at 2', 'the second of March', 'tomorrow', 'no', '2 or 3', 'two hours', 'la semana', ''])(
  '%j is no place',
  (text) => expect(placeIn(text)).toBeNull(),
)

test.each([
  ['yes', 'yes'],
  ['Sí, por favor', 'yes'],
  ['oui', 'yes'],
  ["d'accord !", 'yes'],
  ['Ja, gerne', 'yes'],
  ['no', 'no'],
  ['Non merci', 'no'],
  ['nein', 'no'],
  ['👍', 'yes'],
] as const)('%j is %s', (text, answer) => expect(yesOrNo(text)).toBe(answer))

test.each(['no, the other one', 'yes at 3', 'ok but later', 'si puedo'])('%j is neither', (text) =>
  expect(yesOrNo(text)).toBeNull(),
)

import type { Question } from '#kernel/ruling.ts'

const YES = new Set([
  'y',
  'yes',
  'yep',
  'yeah',
  'ok',
  'okay',
  'sure',
  'go ahead',
  'do it',
  'yes do it',
  'yes please',
  'confirm',
  'please do',
  'sí',
  'si',
  'oui',
  'ja',
  '👍',
  '✅',
])
const NO = new Set([
  'n',
  'no',
  'nope',
  "don't",
  'do not',
  'stop',
  'no thanks',
  'never mind',
  'nevermind',
  'leave it',
  'non',
  'nein',
  '👎',
])

/** The value of the choice that a text picks: its value, its label, its number in the list, or yes and no; else null. */
export function choiceIn(question: Question, text: string): string | null {
  const said = fold(text)
  const exact = question.choices.find((choice) => fold(choice.value) === said || fold(choice.label) === said)
  if (exact) return exact.value
  if (question.kind === 'confirm') return YES.has(said) ? 'yes' : NO.has(said) ? 'no' : null
  return question.choices[placeIn(said)]?.value ?? null
}

/** Whether a text is nothing but a place in a list ("2", "the second one"). */
export const picksFromList = (text: string): boolean => placeIn(fold(text)) >= 0

/** The place in a list that a text names, from 0; -1 where it names none. */
function placeIn(said: string): number {
  const number =
    /^(?:option |number |#)?(\d{1,2})(?:st|nd|rd|th)?(?: (?:one|works|please|is good|is fine))?[.!)]*$/.exec(said)
  return number
    ? Number(number[1]) - 1
    : ORDINALS.indexOf(said.replace(/^the /, '').replace(/ (one|works|please).*$/, ''))
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth']

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[.!,]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

import type { Question } from '#kernel/ruling.ts'
import { foldAnswer, placeIn, yesOrNo } from '#language/answers.ts'

/** The value of the choice that a text picks: its value, its label, its number in the list, or yes and no; else null. */
export function choiceIn(question: Question, text: string): string | null {
  const said = foldAnswer(text)
  const { choices } = question
  const exact = choices.find((choice) => foldAnswer(choice.value) === said || foldAnswer(choice.label) === said)
  if (exact) return exact.value
  if (question.kind === 'confirm') return yesOrNo(text)
  const place = placeIn(text)?.place
  const picked = place === 'last' ? choices.at(-1) : place === undefined ? undefined : choices[place - 1]
  return picked?.value ?? null
}

/** Whether a text is nothing but a place in a list ("2", "the second one"). */
export const picksFromList = (text: string): boolean => placeIn(text) !== null

import type { Question } from '#kernel/ruling.ts'
import { choicePicked, choiceSaid, placeIn, yesOrNo } from '#language/answers.ts'

/** The value of the choice that a text picks; of a question that wants a yes no place in a list counts, else null. */
export const choiceIn = ({ choices, kind }: Question, text: string): string | null =>
  kind === 'confirm' ? (choiceSaid(choices, text) ?? yesOrNo(text)) : choicePicked(choices, text)

/** Whether a text is nothing but a place in a list ("2", "the second one"). */
export const picksFromList = (text: string): boolean => placeIn(text) !== null

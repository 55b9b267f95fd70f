import { cleanText } from '#kernel/display.ts'
import { piecesOf } from '#kernel/pieces.ts'
import type { Choice } from '#kernel/ruling.ts'

/** Longest body of one message. Source: https://www.twilio.com/docs/errors/21617 */
export const BODY_LENGTH = 1600

/** Text as it is shown: WhatsApp reads no marks that call somebody; what cannot be seen is taken out. */
export const shown = (text: string): string => cleanText(text).trim()

/** A text in pieces of at most so many characters. Empty text is no piece. */
export const split = (text: string, length = BODY_LENGTH): string[] => piecesOf(text, length)

/** Choices as a list to be answered with a number. */
export const numbered = (choices: readonly Pick<Choice, 'label'>[]): string =>
  choices.map(({ label }, at) => `${at + 1}. ${shown(label)}`).join('\n')

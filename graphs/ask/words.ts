import type { Asked } from './contract.ts'
import { type Now, PERIODS, sayPeriod, windowOf } from './period.ts'

const DESK = '(?:you|the desk|the bot|nightdesk)'
const ASKED = `(?:what (?:did|have) ${DESK} (?:do|done|been doing|been up to|get done|got done)|what(?: else)?(?: has| was| got|['’]s)?(?: been)? (?:done|happened)|what went on|what(?:['’]s| is) new(?=[, ]+\\p{L})|catch me up|what (?:did|have) (?:i|we) miss(?:ed)?|(?:is there |was there )?any(?:thing new| news|thing happen(?:ed)?))`
/** What a name does not hold: from there on it is a time, and one that the rules do not know is for a model. */
const TIME_WORDS = 'in|on|since|from|during|before|after|between|until|last|next|ago'
/** With whom: a name, and nothing that belongs to another job ("my 2pm", "the call tomorrow"). */
const NAME = `(?!(?:the|my|our|your|this|that|it|you|me|us|him|her|them|\\p{L}+day)\\b)(?<who>[\\p{L}\\p{N}](?:(?! (?:${TIME_WORDS})\\b)[\\p{L}\\p{N}&.'’ -]){0,58}?)`
const WHEN = `(?:[,\\s]+${PERIODS})?`
const END = '[\\s?!.]*$'

/** Whole questions about what happened that the rules know: what was done, whom it was about, when. */
export const QUESTION = new RegExp(
  `^(?:(?:hi|hey|hello|so|ok|and)[,! ]+)?${ASKED}${WHEN}(?:[,\\s]+(?:with|to|on|about|for|at|from|around)\\s+${NAME})?${WHEN}${END}`,
  'iu',
)
/** A name and a time by themselves, which only mean a question where one is asked for anyway: `/ask about Acme this week`. */
const BARE = new RegExp(`^(?:what |how )?about\\s+${NAME}${WHEN}${END}`, 'iu')
const PERIOD = new RegExp(`\\b${PERIODS}(?!\\p{L})`, 'iu')

/** Reads a question about what happened. What the rules do not know of it they leave to a model, and say so (`whole`). */
export function readQuestion(text: string, now: Now): Asked {
  const words = text.trim()
  const question = QUESTION.exec(words) ?? BARE.exec(words)
  const period = PERIOD.exec(text)?.[0].toLowerCase().replace(/\s+/g, ' ') ?? null
  const about = question?.groups?.who?.trim() ?? null
  const called = period === null || period === 'so far' ? (about === null ? 'today' : 'this week') : period
  return { ...windowOf(called, now), called: sayPeriod(called), about, whole: question !== null || words === '' }
}

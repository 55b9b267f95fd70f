import { cleanText } from '#kernel/display.ts'
import { said } from '#ladder/point.ts'
import type { Span } from '#ladder/span.ts'
import type { Change, Value } from '../request/write.ts'
import { asText } from './changes/phrase.ts'
import { readDates } from './date.ts'
import { doubtAbout, isDenied } from './doubt.ts'
import type { FieldName } from './fields.ts'
import { readAmount, readAmounts } from './money.ts'
import type { Reading } from './reading.ts'
import { readOutcome } from './stage.ts'

const LONGEST_NOTE = 4000

/** Words a model pointed at, to be kept as they are; null where they do not stand in the text. */
export function textAt(text: string, words: string): string | null {
  const found = said(text, words)
  return found && cleanText(found.words, { maxLength: LONGEST_NOTE })
}

/**
 * What words mean as the value of a field: amounts and days are read by the readers of such, with the text round them. Null where
 * the words do not stand in the text, are denied there, or are nothing that the field can hold.
 * @param stage the stage of the policy that the words are said to mean, or null
 */
export function changeAt(
  text: string,
  { field, holds }: Pick<FieldName, 'field' | 'holds'>,
  words: string,
  stage: string | null,
  reading: Reading,
): Change | null {
  const found = said(text, words)
  if (!found || isDenied(text, ...found.span)) return null
  const value = valueFor(text, found, holds, stage, reading)
  return value && { field, value, from: found.words, doubt: doubtAbout(text, ...found.span) }
}

function valueFor(
  text: string,
  { words, span }: { words: string; span: Span },
  holds: FieldName['holds'],
  stage: string | null,
  reading: Reading,
): Value | null {
  const here = ({ start, end }: { start: number; end: number }) => start < span[1] && span[0] < end
  switch (holds) {
    case 'money':
      return (readAmounts(text, reading).find(here) ?? readAmount(words, reading))?.value ?? null
    case 'date':
      return (readDates(text, reading).find(here) ?? readDates(words, reading)[0])?.value ?? null
    case 'stage':
      return stage ? asText(stage) : (readOutcome(words)?.value ?? asText(words))
    default:
      return asText(words)
  }
}

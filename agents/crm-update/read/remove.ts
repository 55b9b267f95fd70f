import { sheetOf } from '#language/sheet.ts'
import type { Step } from '../request/write.ts'
import type { Reading } from './reading.ts'
import { subjectOf } from './set.ts'
import { spotsIn } from './spot.ts'

type Archive = Extract<Step, { do: 'archive' }>

const VERB = /\b(?:delete|remove|archive|get rid of|erase|drop|purge|take off|take out)\b/giu

/** "delete jo from the crm"; "jo is gone. can you remove them?": whoever is named, by the verb or before it. */
export function readRemove(text: string, reading: Reading): Archive {
  const sheet = sheetOf(text)
  for (const found of text.matchAll(VERB)) sheet.take(found.index, found.index + found[0].length)
  for (const found of text.matchAll(/\b(?:keep|need|no longer|anymore|any more)\b/giu))
    sheet.take(found.index, found.index + found[0].length)
  return { do: 'archive', subject: subjectOf(text, spotsIn(text, reading.book), sheet) }
}

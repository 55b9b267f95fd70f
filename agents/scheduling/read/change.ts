import type { Sheet } from '#language/sheet.ts'
import type { Request } from '../request.ts'
import { withoutScope } from './scope.ts'
import { tidy } from './title.ts'

type Change = NonNullable<Request['change']>

const RENAME = /\b(?:rename|re-?title)\s+(.+?)\s+(?:to|as|into)\s+(.+)$/iu
const NAME_OF =
  /\b(?:change|update|set|edit)\s+the\s+(?:name|title|subject)\s+(?:of|for)\s+(.+?)\s+(?:to|into|as)\s+(.+)$/iu
const CALL_IT = /\b(?:call|name)\s+(it|that|this)\s+(.+?)(?:\s+instead)?$/iu
const PLACE =
  /\b(?:change|update|set|add|switch|edit|move)\s+(?:the\s+|a\s+)?(?:location|place|venue|room)\s+(?:of|for)\s+(.+?)\s+(?:to|as|:)\s+(.+)$/iu
const LONGER = /\b(?:extend|prolong|lengthen)\b|\blonger\b/iu
const SHORTER = /\b(?:shorten|cut)\b|\bshorter\b/iu

/** A new name or place: read before anything else, because it is verbatim. What it says is taken off the sheet. */
export function readNewWords(sheet: Sheet): Change | null {
  const text = sheet.text
  for (const [pattern, key] of [
    [NAME_OF, 'title'],
    [RENAME, 'title'],
    [PLACE, 'location'],
    [CALL_IT, 'title'],
  ] as const) {
    const match = pattern.exec(text)
    const words = match?.[2]
    if (!match || !words) continue
    const wanted = withoutScope(words)
    const start = match.index + match[0].length - words.length
    sheet.take(start, start + wanted.length)
    return { [key]: tidy(unquoted(wanted)) }
  }
  return null
}

/** A new length: "by 15 minutes" where it grows or shrinks, else the length itself. */
export function readNewLength(text: string, lengthMs: number | null): Change | null {
  if (lengthMs === null) return null
  const by = /\bby\b|\blonger\b|\bshorter\b/iu.test(text)
  if (LONGER.test(text) && by) return { longerMs: lengthMs }
  if (SHORTER.test(text) && by) return { longerMs: -lengthMs }
  return { lengthMs }
}

/** Whether people are added to or taken off an event. */
export function readPeopleChange(text: string): Change | null {
  if (/^\W*(?:\w+\s+){0,4}?(?:remove|take|drop|uninvite|kick)\b/iu.test(text)) return { remove: true }
  return /^\W*(?:\w+\s+){0,4}?(?:add|invite|include)\b/iu.test(text) ? { add: true } : null
}

const unquoted = (words: string): string =>
  words
    .trim()
    .replace(/[\s.!?]+$/u, '')
    .replace(/(?:,?\s*(?:please|thanks|thank you))$/iu, '')
    .replace(/^["'“‘](.*)["'”’]$/u, '$1')
    .trim()

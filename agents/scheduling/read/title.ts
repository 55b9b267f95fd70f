import { cleanText } from '#kernel/display.ts'
import { BAR, type Sheet } from '#language/sheet.ts'
import type { Request } from '../request.ts'

type Title = Request['title']

const QUOTED =
  /(?<![\p{L}\p{N}])(?:"([^"]{1,200})"|“([^”]{1,200})”|‘([^’]{1,200})’|'((?:[^']|'(?=\p{L})){1,200})'(?![\p{L}\p{N}]))/gu
const STOP = `(?=\\s+(?:with|w\\/|on|at|for|from|by|tomorrow|today|tonight|this|next|every|in|starting|using|because|please|instead|so|if|and (?:then|also|invite|send|tell|add))\\b|[,;.!?${BAR}(]|\\s-|$)`
const CALLED = new RegExp(
  `\\b(?:called|named|titled|entitled|labell?ed|call it|name it|title it|subject|with the (?:title|name|subject))\\s*:?\\s+(.+?)${STOP}`,
  'iu',
)
const TOPIC = new RegExp(
  `\\b(?:re:?|about|regarding|concerning|on the topic of|to (?:discuss|talk about|go over|go through|review|cover)|topic:?|agenda:?)\\s+(.+?)${STOP}`,
  'iu',
)
/** "for the deck"; "for the year" names no purpose. */
const PURPOSE = new RegExp(
  `\\bfor\\s+((?:the|a|an|our|my)\\s+(?!(?:day|week|month|quarter|year)${STOP}).+?)${STOP}`,
  'iu',
)

const ERRAND = new RegExp(
  `\\b(?:need|have|got|want|like|going)\\s+to\\s+(?!(?:meet|talk|speak|book|schedul|see|find|set|add|creat|mak|plan|arrang|put|have|get|do|be|know|cancel|move)\\S*\\b)(.+?)${STOP}`,
  'iu',
)

/** Every quoted stretch, taken off the sheet: what is quoted is a name, never a time or a person. */
export function readQuotes(sheet: Sheet): { text: string; span: [number, number] }[] {
  return [...sheet.blank().matchAll(QUOTED)].map((match) => {
    const text = (match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').trim()
    const span: [number, number] = [match.index, match.index + match[0].length]
    sheet.take(...span)
    return { text: tidy(text), span }
  })
}

/** A name that is announced ("called budget review"), before times and people are read. */
export const readCalled = (sheet: Sheet): Title => capture(sheet, CALLED, (text) => text)

/** What a meeting is about ("re pricing", "to discuss the roadmap", "for the deck"), once times and people are off the sheet. */
export const readTopic = (sheet: Sheet): Title =>
  capture(sheet, TOPIC, sentence) ??
  capture(sheet, PURPOSE, (text) => sentence(text.replace(/^(?:the|a|an|our|my)\s+/i, ''))) ??
  capture(sheet, ERRAND, sentence)

function capture(sheet: Sheet, pattern: RegExp, shape: (text: string) => string): Title {
  const match = pattern.exec(sheet.barred())
  const words = match?.[1]?.trim()
  if (!match || !words || !/\p{L}/u.test(words)) return null
  const text = tidy(shape(words))
  if (!/[\p{L}\p{N}]/u.test(text) || /^(?:the|a|an|our|my)$/i.test(text)) return null
  const start = match.index + match[0].lastIndexOf(words)
  sheet.take(match.index, match.index + match[0].length)
  return { text, span: [start, start + words.length] }
}

/** Words that will be shown to others: no unseen characters, one line, not endless. */
export const tidy = (words: string): string => cleanText(words, { oneLine: true, maxLength: 200 })

/** A capital at the front, the rest as typed. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

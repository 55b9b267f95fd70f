import { type Context, type Hit, isDash, isText, tokenAt } from './context.ts'

/** Little words and signs read over between two pieces of a time, and what they promise. */
export interface Links {
  end: number
  /** "at": a bare number may be an hour. */
  at: boolean
  comma: boolean
  dash: boolean
  from: boolean
  /** "on": a date in loose form may follow ("on 5.12"). */
  on: boolean
  open: 'after' | 'before' | null
  approximate: boolean
}

export const noLinks = (end: number): Links => ({
  end,
  at: false,
  comma: false,
  dash: false,
  from: false,
  on: false,
  open: null,
  approximate: false,
})

/** How many links may stand between two pieces. */
export const MOST_LINKS = 5

/** Words for a day: "on 5.12", "am 3.4.". */
const ON = new Set(['on', 'am', 'el', 'le', 'vom'])

/** "How about Thursday" is a proposal, not an approximation. */
const ASKED = new Set(['how', 'what'])

const PHRASES: readonly (readonly string[])[] = [
  ['how', 'about'],
  ['what', 'about'],
  ['preferably'],
  ['ideally'],
  ['maybe'],
  ['anytime'],
  ['sometime'],
]

const OPEN: readonly (readonly [readonly string[], 'after' | 'before'])[] = [
  [['no', 'later', 'than'], 'before'],
  [['not', 'later', 'than'], 'before'],
  [['no', 'earlier', 'than'], 'after'],
  [['not', 'before'], 'after'],
  [['not', 'after'], 'before'],
  [['nothing', 'before'], 'after'],
  [['no', 'antes'], 'after'],
  [['pas', 'avant'], 'after'],
  [['nicht', 'vor'], 'after'],
  [['vor'], 'before'],
  [['nothing', 'after'], 'before'],
  [['but', 'before'], 'before'],
  [['later', 'than'], 'after'],
  [['greater', 'than'], 'after'],
  [['earlier', 'than'], 'before'],
  [['prior', 'to'], 'before'],
  [['any', 'time', 'after'], 'after'],
  [['anytime', 'after'], 'after'],
  [['any', 'time', 'before'], 'before'],
  [['anytime', 'before'], 'before'],
]

/** Do these words stand at `index`? */
export const wordsAt = (context: Context, index: number, words: readonly string[]): boolean =>
  words.every((word, offset) => isText(context, index + offset, word))

/** A word that opens one side of a time: "before", "after", "no later than". */
export function openMark(context: Context, index: number): Hit<'after' | 'before'> | null {
  const { mark } = tokenAt(context, index).entry
  const next = isText(context, index + 1, 'de') ? index + 2 : index + 1
  if (mark === 'after' || mark === 'since') return { value: 'after', end: next }
  if (mark === 'before' || mark === 'by' || mark === 'until') return { value: 'before', end: next }
  for (const [words, value] of OPEN) if (wordsAt(context, index, words)) return { value, end: index + words.length }
  return null
}

/** Reads one more link at `links.end`; false where none stands there. Before the first piece fewer words are links. */
export function addLink(context: Context, links: Links, first: boolean): boolean {
  const { entry, text } = tokenAt(context, links.end)
  const phrase = first ? undefined : PHRASES.find((words) => wordsAt(context, links.end, words))
  const mark = first ? null : openMark(context, links.end)
  if (phrase) links.end += phrase.length
  else if (mark) {
    links.open = mark.value
    links.end = mark.end
  } else if (entry.mark === 'from' && !first) {
    links.from = true
    links.end++
  } else if (entry.fill || entry.at || entry.mark === 'in' || '@~()'.includes(text || ' ')) {
    links.at ||= entry.at === true || text === '@'
    links.on ||= ON.has(text)
    links.approximate ||= text === '~' || (entry.approx === true && !ASKED.has(tokenAt(context, links.end - 1).text))
    links.end++
  } else if (!first && (text === ',' || text === ':' || isDash(context, links.end))) {
    links.comma ||= text === ','
    links.dash ||= isDash(context, links.end)
    links.end++
  } else return false
  return true
}

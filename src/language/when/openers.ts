import { type Context, isText, tokenAt } from './context.ts'
import { openMark } from './links.ts'

/** What opens a phrase: nothing, a range word, or a word that leaves one side open. */
export interface Opener {
  end: number
  range: boolean
  open: 'after' | 'before' | null
  /** "since", "from", "by", "until": the unit named belongs to it. */
  including: boolean
  /** "since": what names no date lies behind. */
  past?: boolean
  /** "by": what is due lies between now and then. */
  deadline?: boolean
}

const LEADS: readonly (readonly [readonly string[], Omit<Opener, 'end'>])[] = [
  [['as', 'late', 'as'], { range: false, open: 'before', including: true }],
  [['as', 'early', 'as'], { range: false, open: 'after', including: true }],
  [['up', 'to'], { range: false, open: 'before', including: true }],
  [['as', 'of'], { range: false, open: 'after', including: true }],
  [['starting', 'on'], { range: false, open: 'after', including: true }],
  [['starting', 'from'], { range: false, open: 'after', including: true }],
  [['starting', 'at'], { range: false, open: 'after', including: true }],
  [['beginning', 'on'], { range: false, open: 'after', including: true }],
]

/** "Not before Friday" and "no later than Friday" leave Friday in, as "before" and "after Friday" leave it out. */
const NEGATIONS = new Set(['no', 'not', 'nothing', 'pas', 'nicht'])

/** Words that look back; "ab Montag" and "desde el lunes" may look ahead. */
const SINCE = new Set(['since', 'seit', 'depuis'])

export function opener(context: Context, index: number): Opener | null {
  for (const [words, lead] of LEADS)
    if (words.every((word, offset) => isText(context, index + offset, word)))
      return { ...lead, end: index + words.length }
  if (isText(context, index + 1, 'of')) return null
  const { mark } = tokenAt(context, index).entry
  if (mark === 'between') return { end: index + 1, range: true, open: null, including: false }
  if (isText(context, index, 'in') && isText(context, index + 1, 'between'))
    return { end: index + 2, range: true, open: null, including: false }
  if (mark === 'from') return { end: index + 1, range: true, open: 'after', including: true }
  if (mark === 'until' || isText(context, index, 'through'))
    return { end: index + 1, range: false, open: 'before', including: true }
  const open = openMark(context, index)
  if (!open) return null
  const including = mark === 'by' || mark === 'since' || NEGATIONS.has(tokenAt(context, index).text)
  return {
    end: open.end,
    range: false,
    open: open.value,
    including,
    past: SINCE.has(tokenAt(context, index).text),
    deadline: mark === 'by',
  }
}

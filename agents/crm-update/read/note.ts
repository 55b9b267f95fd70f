import { sheetOf } from '#language/sheet.ts'
import type { Step } from '../request/write.ts'
import type { Reading } from './reading.ts'
import { subjectOf } from './set.ts'
import { spotsIn } from './spot.ts'

type Note = Extract<Step, { do: 'note' }>

/** "add note to jo: ...", "note on acme - ...", "log a call with jo: ..."; the words behind the sign are the note's, as they are. */
const MARKED =
  /\b(?:(?:add|leave|make|put|write|log|record|save|jot)\s+)?(?:(?:a|an|the|another|new)\s+)?(note|comment|call|phone call|conversation)\s+(?:down\s+)?((?:to|on|for|about|with|against|under|re)\s+[^:\n]{1,80}?|)\s*(?::|\s[–—-]\s|\n|\bthat\b|\bsaying\b)\s*([\s\S]+)$/iu
/** "note that acme wants a discount", "log that they asked for one". */
const TOLD = /\b(?:note|log|record|write down|jot down)(?:\s+down)?\s+that\s+([\s\S]+)$/iu
/** "jo: likes short mails", behind the slash verb. */
const BARE = /^\s*([^:\n]{1,60}?)\s*:\s*([\s\S]+)$/u
const LONGEST = 4000

/** The note a message dictates, or null. */
export function readNote(text: string, reading: Reading): Note | null {
  const marked = MARKED.exec(text)
  if (marked) {
    const [, what = '', whom = '', words = ''] = marked
    return noteOf(whom === '' ? words : whom, words, /call|conversation/iu.test(what) ? 'call' : 'note', reading)
  }
  const told = TOLD.exec(text)
  if (told) return noteOf(told[1] ?? '', told[1] ?? '', 'note', reading)
  const bare = BARE.exec(text)
  return bare ? noteOf(bare[1] ?? '', bare[2] ?? '', 'note', reading) : null
}

/** Something told of somebody on file, kept as it was told. */
export const mentionIn = (text: string, reading: Reading): Note => noteOf(text, text, 'note', reading)

function noteOf(whom: string, words: string, activity: Note['activity'], reading: Reading): Note {
  const clean = whom.replace(/^(?:to|on|for|about|with|against|under|re)\s+/iu, '')
  // In what a note says only names on file are whom it is about; where it is headed by somebody, any name is.
  const sheet = sheetOf(clean)
  if (whom === words) sheet.take(0, clean.length)
  const subject = subjectOf(clean, spotsIn(clean, reading.book), sheet)
  return { do: 'note', subject, text: words.trim().slice(0, LONGEST), activity }
}

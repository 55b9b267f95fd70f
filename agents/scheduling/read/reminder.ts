import { BAR, type Sheet } from '#language/sheet.ts'
import { tidy } from './title.ts'

const ASK =
  /^.*?\b(?:remind(?:er)?|nudge|ping|don['’]?t let me forget|recu[eé]rdame|rappelle[sz]?[- ]moi|erinnere? mich)\b\s*/iu
const WHOM = /^(?:me|myself|us|for me)\b\s*/iu
const OTHER = /\bremind\s+@?(?!me\b|us\b|myself\b|the\b|my\b)(\p{L}[\p{L}'-]*)\s+(?:to|about|that)\b/iu
const LINK = /^(?:that|to|about|of|for|on|when|and|a|daran|de|:)\b\s*|^[:\s-]+/iu
const TAIL = new RegExp(`[\\s${BAR},.;!?-]+$`, 'u')
const DANGLING = /\s+(?:at|on|by|in|before|from|for|around|every|of|and|the)$/iu

/** What to be reminded of: the words after "remind me to", without the times in them. */
export function readReminder(sheet: Sheet): { text: string | null; other: string | null } {
  const barred = sheet.barred()
  const ask = ASK.exec(barred)
  let rest = ask ? barred.slice(ask[0].length) : barred
  const whom = WHOM.exec(rest)
  const other = OTHER.exec(sheet.text)?.[1] ?? null
  if (whom) rest = rest.slice(whom[0].length)
  for (let again = true; again; ) {
    const shorter = rest.replace(new RegExp(`^[\\s${BAR}]+`, 'u'), '').replace(LINK, '')
    again = shorter !== rest
    rest = shorter
  }
  const words = rest
    .replace(new RegExp(`\\s*(?:\\b(?:at|on|by|in)\\s*)?${BAR}+`, 'gu'), ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const text = words.replace(TAIL, '').replace(DANGLING, '').replace(TAIL, '')
  return { text: text === '' ? null : tidy(text), other }
}

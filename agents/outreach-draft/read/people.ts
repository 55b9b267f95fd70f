import type { Whom } from '../request.ts'
import { nameAtStart } from './names.ts'

/** Whom a message is for, and what of the text stands behind them. */
export interface Addressees {
  whom: Whom[]
  /** Every client there is. */
  all: boolean
  behind: string
}

/** Where the words begin after somebody who is not on file. */
const BREAK =
  /(?<!\s)\s*(?::|[–—]|\bthat\b|\bsaying\b|\btelling\b|\basking\b|\bwishing\b|\bthanking\b|\bto (?:say|ask|tell)\b|,|\b(?=(?:we|we['’]re|we['’]ll|we['’]ve|i|i['’]m|i['’]ll|the|our|it|it['’]s|there|their|his|her|they|this|about|regarding|re|with|subject|and|so|on|by|via|over)\b))/iu
const ALL =
  /^(?:(?:all|every|each)(?:\s+(?:of\s+)?(?:the|our|my))?\s+(?:active\s+)?(?:clients?|customers?|contacts?|accounts?)|every(?:one|body)(?:\s+on file)?|all of them|our clients|our customers|(?:the\s+)?clients|(?:the\s+)?customers)\b/iu
const AND = /^\s*(?:,\s*(?:and\s+)?|&\s*|\+\s*|and\s+)/iu
const PEOPLE = /^(?:['’]s)?\s+(?:team|people|folks|guys|lot)\b/iu

/** The people a text begins with. */
export function peopleAt(text: string, known: ReadonlySet<string>): Addressees {
  const all = ALL.exec(text)
  if (all) return { whom: [], all: true, behind: text.slice(all[0].length) }
  const whom: Whom[] = []
  let behind = text
  for (;;) {
    const joint = whom.length === 0 ? 0 : (AND.exec(behind)?.[0].length ?? -1)
    const name = joint < 0 ? null : (pronounAt(behind.slice(joint)) ?? nameAtStart(behind.slice(joint), known))
    if (!name) break
    whom.push({ words: name.words, record: null })
    behind = behind.slice(joint + name.end).replace(PEOPLE, '')
    const at = /^\s+(?:at|from)\s+/iu.exec(behind)
    const company = at && nameAtStart(behind.slice(at[0].length), known)
    if (at && company) behind = behind.slice(at[0].length + company.end)
  }
  return whom.length > 0 ? { whom, all: false, behind } : strangerAt(text)
}

/** "them", "her": whoever was last spoken of. */
function pronounAt(text: string): { words: string; end: number } | null {
  const found = /^\s*(them|him|her|they)\b/iu.exec(text)
  return found ? { words: found[1]?.toLowerCase() ?? '', end: found[0].length } : null
}

/** One word, or a first and a family name as they are written, and words before it that name nobody. */
const FIRST = /^(?:(?:[Aa]n?|[Mm]y|new|old|dear)\s+)*\S+(?:(?<=^\p{Lu}\S+)\s+\p{Lu}[\p{L}'’-]+)?(?=\s|$)/u

/** Somebody who is not on file: the words up to where something is said. */
function strangerAt(text: string): Addressees {
  const end = BREAK.exec(text)?.index ?? FIRST.exec(text)?.[0].length ?? 0
  const words = text.slice(0, end).trim()
  return words === ''
    ? { whom: [], all: false, behind: text }
    : { whom: [{ words, record: null }], all: false, behind: text.slice(words.length) }
}

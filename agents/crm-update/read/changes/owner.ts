import type { Sheet } from '#language/sheet.ts'
import type { Reading } from '../reading.ts'
import { type Add, ARROW, asText, literal } from './phrase.ts'

/** "assign acme to sam", "sam takes over acme". */
export function readOwner(sheet: Sheet, { members }: Reading, add: Add): void {
  const blank = sheet.blank()
  const who = members
    .flatMap(({ id, name }) => [name, name.split(' ')[0] ?? '', id])
    .filter(Boolean)
    .map(literal)
    .join('|')
  const patterns = [
    `\\b(?:re)?assign(?:ed)?\\b.*?\\bto\\s+@?(${who}|me)\\b`,
    `\\b(?:give|hand|transfer|pass|move)\\b.*?\\b(?:over )?to\\s+@?(${who}|me)\\b`,
    `\\b(?:owned by|belongs to|goes to)\\s+@?(${who}|me)\\b`,
    `(?:${ARROW})\\s*@?(${who})\\b`,
    `\\b@?(${who}|i)(?:['’]ll| will| is| am|['’]s|['’]m)? (?:takes?|taking|owns?|own|take) (?:over\\b)?`,
  ]
  for (const pattern of patterns) {
    const found = new RegExp(pattern, 'iu').exec(blank)
    if (!found?.[1]) continue
    const at = found.index + found[0].toLowerCase().lastIndexOf(found[1].toLowerCase())
    add('owner', asText(found[1]), at, at + found[1].length)
    return
  }
}

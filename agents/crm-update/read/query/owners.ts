import type { Test } from '../../request/query.ts'
import { fold, memberIn, type QueryReading } from './reading.ts'
import type { Sheet } from './sheet.ts'

const NAME = String.raw`(?:\p{Lu}[\p{L}’'-]*(?:\s+\p{Lu}[\p{L}-]*)?|[\p{L}-]+)`
const NOBODYS =
  /\b(?:(?:that|which|who)\s+)?(?:(?:have|has|having|with)\s+(?:no|nobody as)\s+owners?|without\s+(?:an?\s+)?owners?|(?:are|is)?\s*(?:unassigned|unowned|ownerless)|nobody(?:['’]s| owns)|no one(?:['’]s| owns))(?!\p{L})/iu
const OWNED = new RegExp(
  String.raw`\b(?:(?:that|which|who)\s+)?(?:(?:are|is)\s+)?(not\s+)?(?:owned by|assigned to|belonging to|belong(?:s)? to|looked after by|managed by|handled by|run by)\s+(${NAME})`,
  'iu',
)
const POSSESSIVE = new RegExp(String.raw`(${NAME})['’](?:s\b)?`, 'iu')
const HAS = new RegExp(
  String.raw`\b(?:has|have|does|do|did|is|are|of|for)\s+(${NAME})(?=\s*(?:$|[?.,!¦]|\b(?:have|has|got|own|owns|in|closing|on|working|open|over|above|this|next)\b))`,
  'iu',
)
const MINE = /\b(?:my(?: own)?|mine|(?:that|which)\s+i\s+(?:own|have)|(?:do|have) i (?:own|have|got)|i own|i have)\b/iu
const GENITIVE = new RegExp(
  String.raw`\b(?:of|by|for|from)\s+(${NAME})(?=\s*(?:$|[?.,!¦]|\b(?:that|which|who|in|with|closing|over)\b))`,
  'iu',
)

/** Takes whose the records are: "Raj's", "my", "assigned to Mia", "nobody's". A name that is no member's is left. */
export function takeOwners(sheet: Sheet, reading: QueryReading): Test[] {
  if (sheet.take(NOBODYS)) return [{ test: 'owner', who: null, not: false }]
  const owned = OWNED.exec(sheet.text)
  const named = owned?.[2] ? memberHere(owned[2], reading) : null
  if (owned && named) {
    sheet.blank(owned.index, owned.index + owned[0].length - (owned[2]?.length ?? 0) + named.length)
    return [{ test: 'owner', who: named.id, not: owned[1] !== undefined }]
  }
  for (const [pattern, side] of [
    [POSSESSIVE, 'last'],
    [HAS, 'first'],
    [GENITIVE, 'first'],
  ] as const) {
    for (const match of sheet.text.matchAll(new RegExp(pattern, 'giu'))) {
      const member = match[1] ? memberHere(match[1], reading, side) : null
      if (!member) continue
      const at = match.index + match[0].indexOf(match[1] ?? '')
      const end = pattern === POSSESSIVE ? match.index + match[0].length : at + (match[1]?.length ?? 0)
      sheet.blank(at + member.skipped, end)
      return [{ test: 'owner', who: member.id, not: false }]
    }
  }
  return sheet.take(MINE) ? [{ test: 'owner', who: reading.self, not: false }] : []
}

/** The member in a run of one or two words that may hold more than the name. */
function memberHere(
  words: string,
  reading: QueryReading,
  side: 'first' | 'last' = 'first',
): { id: string; length: number; skipped: number } | null {
  const whole = memberIn(words, reading)
  if (whole && !/^(?:i|my)$/u.test(fold(words))) return { id: whole, length: words.length, skipped: 0 }
  const parts = words.split(/\s+/)
  if (parts.length < 2) return null
  const one = (side === 'first' ? parts[0] : parts.at(-1)) ?? ''
  const id = memberIn(one, reading)
  const skipped = side === 'first' ? 0 : words.length - one.length
  return id ? { id, length: one.length, skipped } : null
}

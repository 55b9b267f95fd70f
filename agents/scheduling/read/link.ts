import type { Request } from '../request.ts'

/** The link of one's own booking page, against links that are put into events. */
const LINK =
  /\b(?:send|share|give|get|copy|pass|show|need|want)\b[^.?!]*?\b(?:my|our)\s+(?:\w+\s+)?link\b|^\W*(?:my|our)\s+(?:\w+\s+)?link\b|\b(?:booking|scheduling)\s+(?:link|page)\b/iu
const PART = /\b(morning|afternoon|evening)s?\b/iu

export const isLink = (text: string): boolean => LINK.test(text)

/** "only afternoons": the part of the day somebody leaves open. */
export function readPart(text: string): Request['part'] {
  const part = PART.exec(text)?.[1]?.toLowerCase()
  return part === 'morning' || part === 'afternoon' || part === 'evening' ? part : null
}

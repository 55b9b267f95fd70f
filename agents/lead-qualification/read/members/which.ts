import { Band } from '#kernel/lead.ts'
import { findEmails } from '#language/person.ts'

/** Words around the name of a lead in what members ask about one. */
const BEFORE =
  /^(?:hey|ok|so|and|please|pls|can you|could you|tell me|explain|why(?:'s| is| did| was| does| only)?|how(?:'s| is| did| come| was)?|what(?:'s| is| would(?: make| change)?| was)?|the|score|of|for|bump|mark|set|make|treat|upgrade|downgrade|drop|put|lead|is|did|get|only|about|scored?)\s+/iu
const AFTER =
  /[\s,;:]+(?:(?:up |down |back )?(?:to|as|at|into)\s+(?:an? )?(?:hot|warm|cold|out)\b.*|(?:is |so |only |just )*(?:hot|warm|cold|out|low|high)\b.*|(?:only|just|at|a)\s+\d{1,3}\b.*|'?s?\s*scored?\b.*|get\b.*|to be\b.*|up|down|lead)[\s?!.]*$/iu
const POINTERS = /^(?:it|that|this|that one|this one|them|him|her|they|he|she|the lead|this lead|that lead)$/iu

/** The words that name the lead; null for "it", or where nothing names one. */
export function readWhich(text: string): string | null {
  const [email] = findEmails(text)
  if (email) return email.value
  let words = (text.split(/[,;\n]|\s[-–—]\s|\bbecause\b|\bsince\b/iu)[0] ?? '').replace(/[?!.\s]+$/u, '').trim()
  for (let cut = BEFORE.exec(words); cut && cut[0].length < words.length; cut = BEFORE.exec(words))
    words = words.slice(cut[0].length)
  words = words
    .replace(AFTER, '')
    .replace(/['’]s$/u, '')
    .replace(/[?!.\s]+$/u, '')
    .trim()
  return words === '' || POINTERS.test(words) || /^\d+$/u.test(words) ? null : words
}

/** The band a member wants it to have: the last one named before the reason. */
export function readBand(text: string): Band | null {
  const named = [...(text.split(/[,;]|\bbecause\b/iu)[0] ?? '').matchAll(/\b(hot|warm|cold|out)\b/giu)].at(-1)
  const last = named ?? [...text.matchAll(/\b(hot|warm|cold)\b/giu)].at(-1)
  const band = Band.safeParse(last?.[1]?.toLowerCase())
  return band.success ? band.data : null
}

/** Why, in the member's words: what stands behind "because" or the first comma. */
export function readReason(text: string): string | null {
  const said = /(?:\bbecause\b|\bsince\b|\bas in\b|[,;:]|\s[-–—]\s)\s*(.+)$/isu.exec(text)?.[1]
  const reason = said
    ?.replace(/^(?:because|since)\s+/iu, '')
    .replace(/[\s.!]+$/u, '')
    .trim()
  return reason === undefined || reason === '' ? null : reason.slice(0, 300)
}

/** The addresses a member speaks of: a domain, an ending, or one address: `.edu`, `initech.io`, `jo@acme.io`. */
export function readPattern(text: string): string | null {
  const [email] = findEmails(text)
  if (email) return email.value
  const found = /(?<![\p{L}\p{N}])@?((?:\*?\.)?(?:[a-z0-9-]+\.)*[a-z]{2,24})(?=\s|[?!,;]|\.?$)/giu
  const candidates = [...text.matchAll(found)].map((match) => match[1]?.toLowerCase().replace(/^\*/, '') ?? '')
  return candidates.findLast((one) => one.includes('.')) ?? null
}

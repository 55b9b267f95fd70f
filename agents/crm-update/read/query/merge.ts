import type { Fix, Merge } from '../../request/query.ts'

const NOUN = /\b(accounts?|compan(?:y|ies)|contacts?|people|persons?|records?|entries|duplicates?|dupes?)\b/iu
const TAIL = /\s*(?:\b(?:in|from) (?:the |our )?(?:crm|system)\b)?\s*(?:please|pls)?\s*[.?!]*\s*$/iu
const LEAD =
  /^\s*(?:(?:can|could|would) (?:you|u)|please|pls|let['’]?s|we (?:need|should|have) to|i (?:need|want) (?:you )?to)?[\s,]*(?:please|pls)?\s*/iu
const TWO =
  /^(?:merge|combine|join|unify|dedupe|de-dupe)\s+(?:the\s+|our\s+)?(?:two|both|2|double|duplicates?(?: of)?|dupes?(?: of)?)\s+(.+)$/iu
const INTO = /^(?:merge|combine|fold|join)\s+(.+?)\s+(?:into|in to)\s+(.+)$/iu
const AND = /^(?:merge|combine|join|unify)\s+(.+?)\s+(?:and|with|&|\+)\s+(.+?)(?:\s+(?:together|into one))?$/iu
const SAME =
  /^(.+?)\s+(?:and|&)\s+(.+?)\s+are\s+(?:actually\s+|really\s+)?(?:the same|one and the same|duplicates|one)(?:\s+(?:company|account|person|contact|thing|client|customer))?$/iu

/** Reads which two records are to become one; null where the text asks for no such thing. */
export function readMerge(text: string): Merge | null {
  const said = text.replace(/\s+/g, ' ').replace(TAIL, '').replace(LEAD, '').trim()
  const two = TWO.exec(said)
  if (two?.[1]) return merge([two[1]], said, false)
  const into = INTO.exec(said)
  if (into?.[1] && into[2]) return merge([into[1], into[2]], said, true)
  const pair = AND.exec(said) ?? SAME.exec(said)
  return pair?.[1] && pair[2] ? merge([pair[1], pair[2]], said, false) : null
}

function merge(words: readonly string[], said: string, into: boolean): Merge {
  const noun = NOUN.exec(said)?.[1]?.toLowerCase() ?? ''
  const of = /^(?:account|compan)/u.test(noun) ? 'account' : /^(?:contact|people|person)/u.test(noun) ? 'contact' : null
  return { kind: 'merge', of, words: words.map(nameIn), into, records: [], dropped: false }
}

const nameIn = (words: string): string =>
  words
    .replace(NOUN, ' ')
    .replace(/^\s*(?:the|our|both)\s+/iu, '')
    .replace(/\s+/g, ' ')
    .trim()

const TAPPED = /^\s*(close|chase|mine|merge)\s+((?:account|contact|deal|lead):\S+)(?:\s+(\S+))?\s*$/u

/** Reads a change that was offered with one tap: `close deal:d1 2026-12-31`, `merge account:a1 account:a2`. */
export function readTapped(text: string): Fix | Merge | null {
  const [, to, record = '', more] = TAPPED.exec(text) ?? []
  if (!to) return null
  if (to === 'merge') {
    const [kind] = record.split(':')
    if ((kind !== 'account' && kind !== 'contact') || !more?.startsWith(`${kind}:`)) return null
    return { kind: 'merge', of: kind, words: [record], into: false, records: [record, more], dropped: false }
  }
  const day = more && /^\d{4}-\d\d-\d\d$/.test(more) ? more : null
  return to === 'close' && day === null ? null : { kind: 'fix', to: to as Fix['to'], record, day }
}

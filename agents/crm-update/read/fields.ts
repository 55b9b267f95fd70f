import type { Book } from '../book.ts'
import type { Kind } from '../request/write.ts'

/** What a field holds, so that a value is read as one. */
export type Holds = 'stage' | 'money' | 'date' | 'member' | 'text'

/** A field people can name. */
export interface FieldName {
  field: string
  /** The words for it, in small letters. */
  words: readonly string[]
  holds: Holds
  /** The kinds that have it. */
  kinds: readonly Kind[]
}

/** Fields every record of a kind has, by what people call them; longer names stand first. */
const BUILT_IN: readonly FieldName[] = [
  { field: 'stage', words: ['deal stage', 'stage', 'phase', 'pipeline stage'], holds: 'stage', kinds: ['deal'] },
  { field: 'status', words: ['lead status', 'status'], holds: 'text', kinds: ['contact', 'deal'] },
  {
    field: 'amount',
    words: ['deal value', 'deal size', 'deal amount', 'contract value', 'amount', 'value', 'price', 'worth'],
    holds: 'money',
    kinds: ['deal'],
  },
  {
    field: 'closeDate',
    words: ['expected close date', 'expected close', 'close date', 'closing date', 'closedate', 'close'],
    holds: 'date',
    kinds: ['deal'],
  },
  {
    field: 'owner',
    words: ['account owner', 'deal owner', 'owner', 'assignee', 'assigned to', 'account manager'],
    holds: 'member',
    kinds: ['deal', 'contact', 'account'],
  },
  { field: 'nextStep', words: ['next step', 'next steps', 'next action'], holds: 'text', kinds: ['deal'] },
  {
    field: 'lostReason',
    words: ['lost reason', 'loss reason', 'reason lost', 'reason'],
    holds: 'text',
    kinds: ['deal'],
  },
  {
    field: 'phone',
    words: ['phone number', 'mobile number', 'cell number', 'telephone', 'phone', 'mobile', 'cell', 'number', 'tel'],
    holds: 'text',
    kinds: ['contact'],
  },
  {
    field: 'email',
    words: ['email address', 'e-mail address', 'mail address', 'email', 'e-mail', 'mail'],
    holds: 'text',
    kinds: ['contact'],
  },
  { field: 'company', words: ['company', 'employer'], holds: 'text', kinds: ['contact'] },
  { field: 'domain', words: ['domain', 'website'], holds: 'text', kinds: ['account'] },
  { field: 'country', words: ['country'], holds: 'text', kinds: ['account'] },
  { field: 'alias', words: ['alias', 'nickname', 'short name'], holds: 'text', kinds: ['account'] },
  { field: 'notes', words: ['notes field'], holds: 'text', kinds: ['account', 'contact', 'deal'] },
  {
    field: 'name',
    words: ['company name', 'deal name', 'last name', 'surname', 'name', 'title'],
    holds: 'text',
    kinds: ['account', 'contact', 'deal'],
  },
]

/** All fields that can be named: the team's own first, by their name with blanks ("follow up by" for `follow_up_by`). */
export function fieldNames(book: Book): FieldName[] {
  const kinds: readonly Kind[] = ['contact', 'deal', 'account']
  const own = new Map<string, Kind[]>()
  for (const kind of kinds) for (const name of book.fields[kind]) own.set(name, [...(own.get(name) ?? []), kind])
  const custom = [...own].map(
    ([name, of]): FieldName => ({
      field: `custom.${name}`,
      words: spellings(name),
      holds: /(?:^|[\s_-])(?:date|due|by|on|until|since)$/iu.test(name) ? 'date' : 'text',
      kinds: of,
    }),
  )
  const taken = new Set(custom.flatMap(({ words }) => words))
  const rest = BUILT_IN.map((one) => ({ ...one, words: one.words.filter((word) => !taken.has(word)) }))
  return [...custom, ...rest]
}

/** `follow_up_by`: "follow up by", "follow-up by", and "follow up date" for what is due. */
function spellings(name: string): string[] {
  const plain = name
    .replace(/[_-]+/gu, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .trim()
  const due = /^(.+) (?:by|on)$/u.exec(plain)?.[1]
  const base = [plain, ...(due ? [`${due} date`, due] : []), ...(/\binterests?$/u.test(plain) ? ['interested in'] : [])]
  return [...new Set([...base, ...base.map((one) => one.replaceAll('follow up', 'follow-up'))])]
}

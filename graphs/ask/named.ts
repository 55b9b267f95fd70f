import { addressesOf } from '#kernel/actions/calendar-facts.ts'
import type { CalendarEvent } from '#kernel/event.ts'
import type { RecordKind } from '#kernel/record.ts'
import { recordName } from '#kernel/record-name.ts'
import type { Scope } from '#ports/agent.ts'

const KINDS = ['account', 'contact', 'deal', 'lead'] as const satisfies readonly RecordKind[]
/** Records of a name that are looked at, of each kind. */
const MOST_RECORDS = 5

/** A record that notes may be about. */
export interface NamedRecord {
  kind: (typeof KINDS)[number]
  id: string
  name: string
}

/** Whom or what words name, with everything on file that is theirs. */
export interface Named {
  /** As they are called on file, each once: companies, else people, else leads. */
  names: readonly string[]
  records: readonly NamedRecord[]
  /** Whether a sentence tells of them by name. */
  tells(text: string): boolean
  /** Whether they sit in a meeting. */
  sits(event: CalendarEvent): boolean
}

type Found = NamedRecord & { fields: Record<string, unknown> }

/**
 * What words may name. Records that hold all the words as they were said are preferred to such as merely resemble them: what one
 * company did is not told of another. Deals and people of a company that is meant are its own.
 */
export async function namedBy(scope: Scope, words: string): Promise<Named> {
  const all = (await Promise.all(KINDS.map((kind) => findIn(scope, kind, words)))).flat()
  const exact = all.filter(({ kind, fields }) => holds(wordsIn(kind, fields), words))
  const meant = exact.length > 0 ? exact : all
  const accounts = new Set(meant.filter(({ kind }) => kind === 'account').map(({ id }) => id))
  const records = [...meant, ...(await dealsOf(scope, accounts, meant))]
  const namesOf = (kind: RecordKind) => meant.filter((one) => one.kind === kind).map(({ name }) => name)
  const called = (['account', 'contact', 'lead'] as const).map(namesOf)
  const tell = [words, ...called.flat()].map(wholeWords)
  const addresses = new Set(meant.flatMap(({ kind, fields }) => (kind === 'contact' ? listIn(fields.emails) : [])))
  const domains = new Set(meant.flatMap(({ kind, fields }) => (kind === 'account' ? listIn(fields.domains) : [])))
  return {
    names: [...new Set(called.find((names) => names.length > 0))],
    records: records.map(({ kind, id, name }) => ({ kind, id, name })),
    tells: (text) => tell.some((pattern) => pattern.test(text)),
    sits: (event) =>
      addressesOf(event).some((address) => addresses.has(address) || domains.has(address.split('@')[1] ?? '')),
  }
}

async function findIn({ lookups }: Scope, kind: Found['kind'], words: string): Promise<Found[]> {
  return (await lookups['crm.find'](kind, words, MOST_RECORDS)).map((record) => foundOf(kind, { ...record }, words))
}

const foundOf = (kind: Found['kind'], fields: Record<string, unknown>, words: string): Found => ({
  kind,
  id: String(fields.id),
  name: recordName(kind, fields) ?? words,
  fields,
})

/** Deals of the companies that are meant, which need not bear their names. */
async function dealsOf({ lookups }: Scope, accounts: ReadonlySet<string>, known: readonly Found[]): Promise<Found[]> {
  if (accounts.size === 0) return []
  const ids = new Set(known.map(({ id }) => id))
  return (await lookups['crm.list']('deal'))
    .filter(({ id, account }) => account !== null && accounts.has(account) && !ids.has(id))
    .map((deal) => foundOf('deal', { ...deal }, deal.id))
}

/** By what a record is called: its own name, its company's, and what else people call it. */
function wordsIn(kind: RecordKind, fields: Record<string, unknown>): string {
  const company = kind === 'lead' ? (fields.company as { name: string | null }).name : fields.company
  return [recordName(kind, fields), company, ...listIn(fields.aliases), ...listIn(fields.emails)].join(' ')
}

const listIn = (value: unknown): string[] => (Array.isArray(value) ? value.map((one) => String(one).toLowerCase()) : [])

const fold = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Whether every one of some words stands in a text, whole; capitals and accents aside. */
export function holds(text: string, words: string): boolean {
  const known = new Set(fold(text))
  return fold(words).every((word) => known.has(word))
}

const wholeWords = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${words.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'iu')

import { pickByName } from '#language/same/pick.ts'
import { accountOf, type Entry, entriesOf, entryOf, keyOf, namesOf } from '../names.ts'
import { spotsIn } from '../read/spot.ts'
import { isClosed } from '../read/stage.ts'
import type { Kind, Subject } from '../request/write.ts'
import type { Facts, RecordPolicy } from './facts.ts'

/** What the context adds to a likeness, or takes: hundredths, so that they decide between likes and never make one. */
const OWNED = 0.04
const OPEN = 0.03
const TOUCHED = 0.03
const LAST = 0.05
const CLOSED = -0.08
/** How long "it" means what was last changed here. */
const RECENT_MS = 3_600_000

/** Whom or what a subject means. `none`: nobody on file; `near` holds what is spelt nearly so. */
export type Match =
  | { type: 'one'; entry: Entry; recent: boolean }
  | { type: 'several'; entries: Entry[] }
  | { type: 'none'; near: Entry[] }

/** The record of one of these kinds that a subject means; of earlier kinds first where several have such a name. */
export function match(subject: Subject, kinds: readonly Kind[], facts: Facts, policy: RecordPolicy): Match {
  const picked = subject.record === null ? null : entryOf(subject.record, facts.book)
  if (picked) return { type: 'one', entry: picked, recent: false }
  const allowed = subject.as && kinds.includes(subject.as) ? [subject.as] : kinds
  if (subject.words === '') return lastSpokenOf(allowed, facts)
  const known = explained(subject, allowed, facts)
  if (known) return known
  let near: Entry[] = []
  for (const kind of isCompany(subject.words, facts) ? peopleLast(allowed) : allowed) {
    const found = byName(subject, kind, facts, policy)
    if (found.type !== 'none') return found
    near = [...near, ...found.near]
  }
  return { type: 'none', near: near.slice(0, 4) }
}

/** Whether a company or a deal is called so, or somebody's employer: then whoever works there is not who is meant. */
const isCompany = (words: string, { book }: Facts): boolean =>
  spotsIn(words, book).some((spot) => !spot.person && spot.end - spot.start === words.trim().length)

const peopleLast = (kinds: readonly Kind[]): Kind[] => [
  ...kinds.filter((kind) => kind !== 'contact'),
  ...kinds.filter((kind) => kind === 'contact'),
]

function lastSpokenOf(kinds: readonly Kind[], { recent, nowMs, book }: Facts): Match {
  for (const { key, atMs } of recent) {
    const entry = entryOf(key, book)
    if (!entry || nowMs - atMs > RECENT_MS) continue
    if (kinds.includes(entry.kind)) return { type: 'one', entry, recent: true }
  }
  return { type: 'none', near: [] }
}

/** A name that its speaker explained before is asked about no more; what another meant by it is asked. */
function explained({ words, other, company }: Subject, kinds: readonly Kind[], facts: Facts): Match | null {
  const alias = facts.aliases[words.toLowerCase()]
  const entry = alias && !other ? entryOf(alias.key, facts.book) : null
  if (!alias?.own || !entry || !fitsCompany(entry, company)) return null
  if (kinds.includes(entry.kind)) return { type: 'one', entry, recent: false }
  if (entry.kind !== 'account' || !kinds.includes('deal')) return null
  return oneOf(open(entriesOf(facts.book, 'deal').filter((one) => isWith(one, entry.record.id, facts))))
}

const isWith = (entry: Entry, account: string, { book }: Facts): boolean =>
  entry.kind === 'deal' && accountOf(entry.record, book)?.id === account

function oneOf(entries: readonly Entry[]): Match | null {
  const [entry, ...more] = entries
  if (!entry) return null
  return more.length === 0 ? { type: 'one', entry, recent: false } : { type: 'several', entries: entries.slice(0, 4) }
}

/** Deals that are not over; all of them where all are. */
function open(entries: readonly Entry[]): readonly Entry[] {
  const living = entries.filter((one) => one.kind !== 'deal' || !isClosed(one.record.stage))
  return living.length > 0 ? living : entries
}

function byName(subject: Subject, kind: Kind, facts: Facts, policy: RecordPolicy): Match {
  const { book } = facts
  const entries = entriesOf(book, kind).filter((entry) => fitsCompany(entry, subject.company))
  const candidates = entries.map((entry) => ({
    value: entry,
    names: spellings(entry, facts),
    context: contextOf(entry, facts),
  }))
  const { accept, ask } = policy.crm.match
  const { same, choices } = pickByName(subject.words, candidates, { accept, ask })
  const found = choices.map(({ candidate }) => candidate)
  if (same === 'no') return { type: 'none', near: nearTo(subject.words, candidates) }
  if (!subject.other) return oneOf(found) ?? { type: 'none', near: [] }
  const last = facts.recent[0]?.key
  return oneOf(found.filter((entry) => keyOf(entry) !== last)) ?? { type: 'none', near: found }
}

/** A person goes by each of their names, too. */
function spellings(entry: Entry, { book }: Facts): string[] {
  const names = namesOf(entry, book)
  if (entry.kind !== 'contact') return names
  const parts = (entry.record.name ?? '').split(/\s+/u)
  return parts.length > 1 ? [...names, parts[0] ?? '', parts.at(-1) ?? ''] : names
}

const nearTo = (words: string, candidates: readonly { value: Entry; names: readonly string[] }[]): Entry[] =>
  pickByName(words, candidates, { accept: 0.99, ask: 0.6 }).choices.map(({ candidate }) => candidate)

function fitsCompany(entry: Entry, company: string | null): boolean {
  if (company === null || entry.kind !== 'contact') return true
  const { company: own, emails } = entry.record
  const said = [{ value: true, names: [own ?? '', ...emails.map((one) => one.split('@')[1] ?? '')].filter(Boolean) }]
  return pickByName(company, said).same !== 'no'
}

function contextOf(entry: Entry, { me, principal, touched, recent }: Facts): number {
  const key = keyOf(entry)
  const { owner } = entry.record
  const closed = entry.kind === 'deal' ? isClosed(entry.record.stage) : false
  return (
    (owner !== null && (owner.toLowerCase() === me || owner === principal.id) ? OWNED : 0) +
    (entry.kind === 'deal' && !closed ? OPEN : 0) +
    (touched.has(key) ? TOUCHED : 0) +
    (recent[0]?.key === key ? LAST : 0) +
    (closed ? CLOSED : 0)
  )
}

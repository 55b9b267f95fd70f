import { cleanLine } from '#kernel/display.ts'
import { sayMoney } from '#kernel/money.ts'
import type { Records } from '#kernel/record.ts'
import { recordName } from '#kernel/record-name.ts'
import { memberByAddress, memberById } from '#policy/people.ts'
import type { DeskContext } from '../context.ts'

/** Kinds that the Records page shows; leads have a page of their own. */
export const SHOWN_KINDS = ['account', 'contact', 'deal'] as const
export type ShownKind = (typeof SHOWN_KINDS)[number]

/** A record as a list shows it. */
export interface RecordLine {
  kind: ShownKind
  id: string
  name: string
  /** What tells it from others of that name. */
  about: string[]
  /** A stage or status, or null. */
  state: string | null
  /** Whose it is, by name. */
  owner: string | null
}

export interface RecordList {
  kind: ShownKind
  lines: RecordLine[]
  /** Records of the kind; of a search, those that were found. */
  count: number
  /** Hits by kind; null without words. */
  found: Readonly<Record<ShownKind, number>> | null
  page: number
  pages: number
}

const ON_A_PAGE = 50
const MOST_FOUND = 200

/**
 * Records of a kind by name, a page at a time; with words, those that resemble them, best first.
 * @param asked null: the first kind in which anything is found
 */
export async function recordList(
  desk: Pick<DeskContext, 'crm' | 'policy'>,
  asked: ShownKind | null,
  words: string,
  page: number,
): Promise<RecordList> {
  if (words === '') {
    const kind = asked ?? 'account'
    const all = linesOf(desk, kind, await desk.crm.list(kind)).sort((a, b) => a.name.localeCompare(b.name))
    return { ...paged(all, page), kind, found: null }
  }
  const found = await Promise.all(SHOWN_KINDS.map((kind) => desk.crm.find(kind, words, MOST_FOUND)))
  const hits = Object.fromEntries(SHOWN_KINDS.map((kind, at) => [kind, found[at]?.length ?? 0]))
  const kind = asked ?? SHOWN_KINDS.find((one) => (hits[one] ?? 0) > 0) ?? 'account'
  const lines = linesOf(desk, kind, found[SHOWN_KINDS.indexOf(kind)] ?? [])
  return { ...paged(lines, page), kind, found: hits as Record<ShownKind, number> }
}

function paged(lines: readonly RecordLine[], page: number): Pick<RecordList, 'lines' | 'count' | 'page' | 'pages'> {
  const pages = Math.max(1, Math.ceil(lines.length / ON_A_PAGE))
  const at = Math.min(Math.max(1, page), pages)
  return { lines: lines.slice((at - 1) * ON_A_PAGE, at * ON_A_PAGE), count: lines.length, page: at, pages }
}

const linesOf = (
  desk: Pick<DeskContext, 'policy'>,
  kind: ShownKind,
  records: readonly Records[ShownKind][],
): RecordLine[] => records.map((record) => lineOf(desk, kind, record))

/** One record as a list shows it. */
export function lineOf(desk: Pick<DeskContext, 'policy'>, kind: ShownKind, record: Records[ShownKind]): RecordLine {
  return {
    kind,
    id: record.id,
    name: recordName(kind, { ...record }) ?? `(${kind} without a name)`,
    about: aboutOf(record).map((text) => cleanLine(text, 120)),
    state: stateOf(record),
    owner: ownerName(desk, record.owner),
  }
}

/** A member by name; anybody else as the record names them. */
export function ownerName({ policy }: Pick<DeskContext, 'policy'>, owner: string | null): string | null {
  if (owner === null || owner.trim() === '') return null
  return (memberByAddress(policy(), owner) ?? memberById(policy(), owner))?.name ?? cleanLine(owner, 120)
}

function aboutOf(record: Records[ShownKind]): string[] {
  if ('domains' in record) return [...record.domains, ...(record.country ? [record.country] : [])]
  if ('emails' in record) return [record.company ?? '', ...record.emails, ...record.phones].filter(Boolean)
  const { company, amountMinor, currency, period, closeDate } = record
  const sum = amountMinor !== null && currency !== null ? sayMoney({ amountMinor, currency }, period) : ''
  return [company ?? '', sum, closeDate === null ? '' : `closes ${closeDate}`].filter(Boolean)
}

function stateOf(record: Records[ShownKind]): string | null {
  const state = 'stage' in record ? record.stage : 'status' in record ? record.status : null
  return state === null ? null : cleanLine(state, 40).replaceAll('_', ' ')
}

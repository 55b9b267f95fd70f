import type { Account } from '#kernel/account.ts'
import type { Activity } from '#kernel/activity.ts'
import type { Contact } from '#kernel/contact.ts'
import type { Deal } from '#kernel/deal.ts'
import type { Lead } from '#kernel/lead.ts'
import type { Untidy } from '#kernel/untidy.ts'
import type { RecentAction, Talk } from '#ports/lookups.ts'

/** The records as the asker may see them. */
export interface OnFile {
  accounts: readonly Account[]
  contacts: readonly Contact[]
  deals: readonly Deal[]
  leads: readonly Lead[]
  activities: readonly Activity[]
}

/** A record with its kind. */
export type Row =
  | { kind: 'account'; record: Account }
  | { kind: 'contact'; record: Contact }
  | { kind: 'deal'; record: Deal }
  | { kind: 'lead'; record: Lead }
  | { kind: 'activity'; record: Activity }

/** What questions and changes for many are answered from. */
export interface QueryFacts {
  onFile: OnFile
  /** When the desk last wrote a record, epoch ms, by its id; what it never wrote is not in it. */
  written: Readonly<Record<string, number>>
  members: readonly { id: string; name: string; address: string }[]
  /** Policy id of whoever asks. */
  self: string
  zone: string
  nowMs: number
  /** The policy's stages of a deal, in order. */
  stages: readonly string[]
  /** The company's currency, and what one unit of another is worth in it. */
  currency: string
  rates: Readonly<Record<string, number>>
  dateOrder: 'dmy' | 'mdy' | 'ymd'
  locale: string
  /** Without anything said or done for this long, an open deal is stale. */
  staleMs: number
  /** Likeness from which a record is meant, and from which it is asked about. */
  match: { accept: number; ask: number }
  /** What the asker calls by words of their own, as it was learnt. */
  alias: { kind: string; id: string } | null
  /** What was done to the record that is asked about, oldest first. */
  history: readonly RecentAction[]
  /** What wants tidying up, where that is asked. */
  untidy: readonly Untidy[]
  /** What was last said with the person that is asked about. */
  talk: Talk | null
}

/** Every record of a kind, as rows. */
export function rowsOf({ onFile }: Pick<QueryFacts, 'onFile'>, kind: Row['kind']): Row[] {
  switch (kind) {
    case 'account':
      return onFile.accounts.map((record) => ({ kind, record }))
    case 'contact':
      return onFile.contacts.map((record) => ({ kind, record }))
    case 'deal':
      return onFile.deals.map((record) => ({ kind, record }))
    case 'lead':
      return onFile.leads.map((record) => ({ kind, record }))
    case 'activity':
      return onFile.activities.map((record) => ({ kind, record }))
  }
}

/** The policy id of whoever has a record: owners stand as addresses, or as ids where they were imported so. */
export function ownerOf({ record }: Row, { members }: Pick<QueryFacts, 'members'>): string | null {
  const owner = record.owner?.trim().toLowerCase() ?? ''
  if (owner === '') return null
  return members.find(({ id, address }) => id === owner || address === owner)?.id ?? owner
}

import type { ActivityDraft } from '#kernel/activity.ts'
import type { Contact } from '#kernel/contact.ts'
import type { Lead } from '#kernel/lead.ts'
import type { DraftInput, FieldOp, RecordKind, Records } from '#kernel/record.ts'

/** Kinds of which two can turn out to be one. */
export type MergedKind = 'account' | 'contact'

/** Two records that become one; each is named as it was seen. */
export interface Merge {
  winner: { id: string; version: string }
  loser: { id: string; version: string }
  /** What the winner takes over. */
  ops: readonly FieldOp[]
}

export interface CrmCapabilities {
  /** It lies outside the desk's own database. */
  outward: boolean
}

/**
 * Accounts, contacts, deals, leads, and what was said and done about them. Nothing is deleted: what is put away (`archive`) is kept,
 * and found by no read until it is restored. Every write of a record that is there names the version it saw.
 */
export interface Crm {
  readonly name: string
  readonly capabilities: CrmCapabilities
  get<K extends RecordKind>(kind: K, id: string): Promise<Records[K] | null>
  /** One that was put away. */
  getArchived<K extends RecordKind>(kind: K, id: string): Promise<Records[K] | null>
  /** The record an action made, put away or not, if it ever got through. */
  findByKey<K extends RecordKind>(kind: K, key: string): Promise<Records[K] | null>
  /** Those whose names or addresses resemble the words, best first. */
  find<K extends RecordKind>(kind: K, words: string, limit: number): Promise<readonly Records[K][]>
  /** Every one of a kind. */
  list<K extends RecordKind>(kind: K): Promise<readonly Records[K][]>
  /** @param address an e-mail address, or a phone number as any channel writes it */
  contactByAddress(address: string): Promise<Contact | null>
  /** @param key of `leadKeys`: a conversation or an address; by id where several have it */
  leadsByKey(key: string): Promise<readonly Lead[]>
  /** What was noted, called and planned about a record, newest first. */
  activitiesOf(about: ActivityDraft['about']): Promise<readonly Records['activity'][]>
  /** Names of the team's own fields that are in use, sorted. */
  customFields(kind: Exclude<RecordKind, 'activity'>): Promise<readonly string[]>
  /** Idempotent by key: a second call with the same key answers the record of the first. @throws DeskError NOT_ALLOWED */
  create<K extends RecordKind>(kind: K, draft: DraftInput<K>, key: string): Promise<Records[K]>
  /**
   * Changes fields, all or none.
   * @throws DeskError CONFLICT where the record is gone, has another version or a field is not as `before` says; NOT_ALLOWED
   * for an unknown field or a value it cannot hold
   */
  patch<K extends RecordKind>(kind: K, id: string, ops: readonly FieldOp[], version: string): Promise<Records[K]>
  /**
   * Makes one record of two, all or nothing: the winner keeps its id, deals, activities and contacts of the loser are its own then,
   * and the loser is put away; whoever gets it by its id is given the winner.
   * @throws DeskError CONFLICT, NOT_ALLOWED
   */
  merge<K extends MergedKind>(kind: K, merge: Merge): Promise<Records[K]>
  /** Puts a record away. @returns its version then, to restore it with. @throws DeskError CONFLICT */
  archive(kind: RecordKind, id: string, version: string): Promise<string>
  /** Takes a record out again as it was. @throws DeskError CONFLICT, NOT_ALLOWED for one that became another */
  restore<K extends RecordKind>(kind: K, id: string, version: string): Promise<Records[K]>
}

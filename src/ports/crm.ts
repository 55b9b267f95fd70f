import type { ActivityDraft } from '#kernel/activity.ts'
import type { Contact } from '#kernel/contact.ts'
import type { Lead } from '#kernel/lead.ts'
import type { DraftInput, FieldOp, RecordKind, Records } from '#kernel/record.ts'

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
  /** Puts a record away. @returns its version then, to restore it with. @throws DeskError CONFLICT */
  archive(kind: RecordKind, id: string, version: string): Promise<string>
  /** Takes a record out again as it was. @throws DeskError CONFLICT */
  restore<K extends RecordKind>(kind: K, id: string, version: string): Promise<Records[K]>
}

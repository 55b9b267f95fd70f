import type { ActivityDraft } from '#kernel/activity.ts'
import { addressKey } from '#kernel/address-key.ts'
import type { Contact } from '#kernel/contact.ts'
import { DeskError } from '#kernel/errors.ts'
import type { Lead } from '#kernel/lead.ts'
import type { DraftInput, FieldOp, RecordKind, Records } from '#kernel/record.ts'
import type { Crm, Merge, MergedKind } from '#ports/crm.ts'
import type { Sql } from '#ports/sql.ts'
import { contactRowByAddress, removeContact } from '../contacts/contact-rows.ts'
import { contactOf } from '../contacts/stored-contact.ts'
import { leadsWith } from './lead-keys.ts'
import { mergedInto, mergeRecords } from './merge.ts'
import { activityRows } from './record-rows.ts'
import { leadWords, WordSearch } from './search.ts'
import { type Kept, SHELVES } from './shelf.ts'
import { archiveRecord, createRecord, patchRecord, recordId, restoreRecord } from './write.ts'

/** The embedded CRM: records in the desk's own database. */
export class LocalCrm implements Crm {
  readonly name = 'local'
  readonly capabilities = { outward: false }
  readonly #sql: Sql
  readonly #searches = new Map<RecordKind, { mark: string; search: WordSearch }>()

  constructor(sql: Sql) {
    this.#sql = sql
  }

  async get<K extends RecordKind>(kind: K, id: string): Promise<Records[K] | null> {
    const kept = await this.#sql.read(function* () {
      const found = yield* SHELVES[kind].get(id)
      const into = found?.archived ? yield* mergedInto(kind, id) : undefined
      return into === undefined ? found : yield* SHELVES[kind].get(into)
    })
    return kept && !kept.archived ? recordOf(kept) : null
  }

  async list<K extends RecordKind>(kind: K): Promise<readonly Records[K][]> {
    return (await this.#sql.read(() => SHELVES[kind].all())).map(recordOf<K>)
  }

  async find<K extends RecordKind>(kind: K, words: string, limit: number): Promise<readonly Records[K][]> {
    const mark = await this.#sql.read(() => SHELVES[kind].mark())
    let known = this.#searches.get(kind)
    if (known?.mark !== mark) {
      known = { mark, search: await this.#searchOf(kind) }
      this.#searches.set(kind, known)
    }
    return known.search.find(words, limit).map(recordOf<K>)
  }

  async #searchOf(kind: RecordKind): Promise<WordSearch> {
    const records = await this.#sql.read(() => SHELVES[kind].all())
    return kind === 'lead' ? new WordSearch(records, leadWords) : new WordSearch(records)
  }

  async leadsByKey(key: string): Promise<readonly Lead[]> {
    return (await this.#sql.read(() => leadsWith(key))).map(recordOf<'lead'>)
  }

  async findByKey<K extends RecordKind>(kind: K, key: string): Promise<Records[K] | null> {
    const made = await this.#sql.read(() => SHELVES[kind].get(recordId(kind, key)))
    return made && recordOf(made)
  }

  async getArchived<K extends RecordKind>(kind: K, id: string): Promise<Records[K] | null> {
    const kept = await this.#sql.read(() => SHELVES[kind].get(id))
    return kept?.archived ? recordOf(kept) : null
  }

  async contactByAddress(address: string): Promise<Contact | null> {
    const key = addressKey(address)
    const row = key === null ? undefined : await this.#sql.read(() => contactRowByAddress(key))
    return row ? contactOf(row) : null
  }

  async activitiesOf({ kind, id }: ActivityDraft['about']): Promise<readonly Records['activity'][]> {
    const rows = await this.#sql.read(() => activityRows(`${kind}:${id}`))
    const activities = rows.map((row) => ({ ...JSON.parse(row.body), id: row.id, version: String(row.version) }))
    return activities.sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
  }

  async customFields(kind: Exclude<RecordKind, 'activity'>): Promise<readonly string[]> {
    const records = await this.list(kind)
    return [...new Set(records.flatMap((record) => Object.keys(record.custom)))].sort()
  }

  async create<K extends RecordKind>(kind: K, draft: DraftInput<K>, key: string): Promise<Records[K]> {
    return recordOf(await this.#sql.write(() => createRecord(kind, draft, key)))
  }

  async patch<K extends RecordKind>(
    kind: K,
    id: string,
    ops: readonly FieldOp[],
    version: string,
  ): Promise<Records[K]> {
    return recordOf(await this.#sql.write(() => patchRecord(kind, id, ops, version)))
  }

  async archive(kind: RecordKind, id: string, version: string): Promise<string> {
    return String((await this.#sql.write(() => archiveRecord(kind, id, version))).version)
  }

  async merge<K extends MergedKind>(kind: K, merge: Merge): Promise<Records[K]> {
    return recordOf(await this.#sql.write(() => mergeRecords(kind, merge)))
  }

  async restore<K extends RecordKind>(kind: K, id: string, version: string): Promise<Records[K]> {
    return recordOf(
      await this.#sql.write(function* () {
        if (yield* mergedInto(kind, id))
          throw new DeskError('NOT_ALLOWED', { why: 'it became one with another record' })
        return yield* restoreRecord(kind, id, version)
      }),
    )
  }

  /** Takes somebody off file for good. */
  forgetContact(id: string): Promise<void> {
    return this.#sql.write(() => removeContact(id))
  }
}

/** The table holds what `checkedFields` or an import let in, so it is the record of its kind. */
const recordOf = <K extends RecordKind>({ id, version, fields }: Kept): Records[K] =>
  ({ ...fields, id, version: String(version) }) as unknown as Records[K]

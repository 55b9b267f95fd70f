import type { Contact } from '#kernel/contact.ts'
import type { Principal } from '#kernel/principal.ts'
import type { Reach } from '#kernel/reach.ts'
import type { RecordKind } from '#kernel/record.ts'
import type { Untidy } from '#kernel/untidy.ts'
import type { BusyList } from './calendar.ts'
import type { AliasFound, PastRow, RecentAction, Talk, Window } from './lookups.ts'

/** What the desk itself remembers, for lookups. */
export interface Recall {
  /**
   * Slots promised and not yet in the calendar, as busy spans. What a task holds, and what its asker was offered before in
   * the same conversation, does not stand in its way.
   */
  holds(query: {
    addresses: readonly string[]
    fromMs: number
    toMs: number
    asker: { task: string; conversation: string; principal: string }
  }): Promise<readonly BusyList[]>
  /** What was last done in a conversation, newest first. */
  recent(conversation: string): Promise<readonly RecentAction[]>
  /** What was done to a record, oldest first. */
  of(record: string): Promise<readonly RecentAction[]>
  /** Who was given leads since a moment, newest first. */
  assigned(sinceMs: number): Promise<readonly { owner: string; atMs: number }[]>
  /** What was done for anybody in a window, newest first, as one member is told it. */
  done(window: Window, asker: Principal): Promise<readonly PastRow[]>
  /** Flags raised in a window, newest first. */
  flags(window: Window): Promise<readonly PastRow[]>
  /** What words mean: the speaker's own word first, else a colleague's newest. */
  alias(words: string, by: string): Promise<AliasFound | null>
  /** When each record of a kind was last written by the desk, epoch ms by id. */
  written(kind: RecordKind): Promise<Readonly<Record<string, number>>>
  /** What a tidy team would mend: in one member's records, or in everybody's. */
  untidy(owner: string | null): Promise<readonly Untidy[]>
  /** What was last said with a contact, over one channel or any; null for nothing. */
  talk(contact: Contact, channel: string | null): Promise<Talk | null>
  /** By which ways somebody on file can be written to now; null for nobody on file. */
  reach(contact: string): Promise<Reach | null>
}

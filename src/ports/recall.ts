import type { BusyList } from './calendar.ts'
import type { RecentAction } from './lookups.ts'

/** What the desk itself remembers, for lookups. */
export interface Recall {
  /** Slots promised and not yet in the calendar, as busy spans. `exceptTask`: a task does not stand in its own way. */
  holds(query: {
    addresses: readonly string[]
    fromMs: number
    toMs: number
    exceptTask: string
  }): Promise<readonly BusyList[]>
  /** What was last done in a conversation, newest first. */
  recent(conversation: string): Promise<readonly RecentAction[]>
}

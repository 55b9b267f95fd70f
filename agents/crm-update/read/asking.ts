import type { Asking } from '../request/query.ts'
import { readBulk } from './query/bulk.ts'
import { readLog } from './query/log.ts'
import { readMerge, readTapped } from './query/merge.ts'
import { readProvided } from './query/provided.ts'
import { readQuery } from './query/query.ts'
import type { QueryReading } from './query/reading.ts'

/** Intents that may hold a change for many: the words tell, not the intent. */
const CHANGES: ReadonlySet<string> = new Set(['update', 'remove', 'bulk', 'query'])

/** What a member asks about many records, or of what is on file; null where they speak of one that changes. */
export function readAsking(text: string, intent: string, reading: QueryReading): Asking | null {
  if (intent === 'tidy')
    return readTapped(text) ?? readQuery(text === '' ? 'anything to tidy up in the crm' : text, reading)
  const special =
    readProvided(text, reading) ?? readMerge(text) ?? (intent === 'log' || intent === 'note' ? readLog(text) : null)
  if (special) return special
  const bulk = CHANGES.has(intent) ? readBulk(text, reading) : null
  if (bulk) return bulk
  return intent === 'query' || intent === 'bulk' ? readQuery(text, reading) : null
}

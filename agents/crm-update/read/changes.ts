import type { Sheet } from '#language/sheet.ts'
import type { Change } from '../request/write.ts'
import { readDays, readHold, readMoneys } from './changes/days.ts'
import { readLoss } from './changes/loss.ts'
import { fieldAlone, readNamed, readUnknown } from './changes/named.ts'
import { readOwner } from './changes/owner.ts'
import type { Add } from './changes/phrase.ts'
import { readReach } from './changes/reach.ts'
import { readStage } from './changes/stage.ts'
import { readNext, readRenamed, readTerms } from './changes/told.ts'
import { doubtAbout, isDenied } from './doubt.ts'
import { fieldNames } from './fields.ts'
import type { Reading } from './reading.ts'

/** What a piece of a message says about its record. */
export interface Said {
  changes: Change[]
  /** What is worth keeping and has no field. */
  note: string | null
}

/** Reads everything a piece says of its record, each in turn taking what it understands. */
export function readChanges(sheet: Sheet, reading: Reading, bare = false): Said {
  const text = sheet.text
  const changes: Change[] = []
  const add: Add = (field, value, start, end) => {
    sheet.take(start, end)
    if (isDenied(text, start, end)) return
    changes.push({ field, value, from: text.slice(start, end).trim(), doubt: doubtAbout(text, start, end) })
  }
  readReach(sheet, add)
  for (const name of fieldNames(reading.book)) {
    if (!changes.some(({ field }) => field === name.field)) readNamed(sheet, name, reading, add)
  }
  readRenamed(sheet, add)
  readUnknown(sheet, add)
  readOwner(sheet, reading, add)
  readHold(sheet, add)
  readDays(sheet, reading, add, bare)
  readMoneys(sheet, reading, add)
  if (!changes.some(({ field }) => field === 'stage' || field === 'status')) readStage(sheet, reading, add, bare)
  readLoss(sheet, changes, add)
  readNext(sheet, add)
  readTerms(sheet, reading, add)
  if (changes.length === 0) changes.push(...fieldAlone(sheet, reading))
  return { changes, note: null }
}

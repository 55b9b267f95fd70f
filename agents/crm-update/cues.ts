import type { Cue } from '#kernel/cue.ts'
import { CREATE } from './cues/create.ts'
import { NOTE } from './cues/note.ts'
import { OUTSIDE } from './cues/outside.ts'
import { BULK, LOG, MERGE, PROVIDED, QUERY, TIDY } from './cues/query.ts'
import { REMOVE } from './cues/remove.ts'
import { TASK } from './cues/task.ts'
import { UPDATE } from './cues/update.ts'

/**
 * The intents of records: update, note, task, create, remove, and query, tidy, merge, log, bulk, provided, for the team; outside for
 * everybody else.
 */
export const CUES: readonly Cue[] = [
  ...UPDATE,
  ...NOTE,
  TASK,
  ...CREATE,
  ...REMOVE,
  ...QUERY,
  TIDY,
  MERGE,
  LOG,
  BULK,
  PROVIDED,
  OUTSIDE,
]

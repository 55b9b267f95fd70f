import { type Step, Write } from '../request/write.ts'
import { readCreate } from './create.ts'
import { readJoin } from './join.ts'
import { mentionIn, readNote } from './note.ts'
import type { Reading } from './reading.ts'
import { readRemove } from './remove.ts'
import { readSet } from './set.ts'
import { readTask } from './task.ts'

/** What a member wants written, from their words and the intent they were routed by. */
export function readWrite(text: string, intent: string, reading: Reading): Write {
  return Write.parse({ kind: 'write', steps: stepsOf(text, intent, reading) })
}

function stepsOf(text: string, intent: string, reading: Reading): Step[] {
  switch (intent) {
    case 'note':
      return present(readNote(text, reading)) ?? readSet(text, reading)
    case 'mention':
      return [mentionIn(text, reading)]
    case 'task':
      return [readTask(text, reading)]
    case 'create':
      return present(readCreate(text, reading)) ?? readSet(text, reading)
    case 'remove':
      return [readRemove(text, reading)]
    default:
      return present(readJoin(text, reading)) ?? readSet(text, reading)
  }
}

const present = (step: Step | null): Step[] | null => (step ? [step] : null)

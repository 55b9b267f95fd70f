import { cleanLine } from '#kernel/display.ts'
import { type Entry, keyOf } from '../names.ts'
import type { Kind, Subject } from '../request/write.ts'
import type { Need } from './ask.ts'
import type { Facts, RecordPolicy } from './facts.ts'
import { type Match, match } from './match.ts'
import { describe } from './say.ts'

/** The record a step is about, or what has to be asked or said instead. */
export type Target = { entry: Entry; recent: boolean } | { need: Need } | { unknown: string }

/** Finds whom or what a step is about; who is not told apart is asked about, with what tells them apart. */
export function target(subject: Subject, kinds: readonly Kind[], facts: Facts, policy: RecordPolicy): Target {
  const found = match(subject, kinds, facts, policy)
  if (found.type === 'one') return { entry: found.entry, recent: found.recent }
  if (found.type === 'several') return { need: whichOf(subject, found.entries, facts, policy) }
  if (subject.words === '')
    return { need: { text: `Which ${wordFor(kinds)} do you mean?`, slots: ['which'], choices: [] } }
  return missing(subject, kinds, found, facts, policy)
}

function whichOf(subject: Subject, entries: readonly Entry[], facts: Facts, policy: RecordPolicy): Need {
  const named = subject.words === '' ? 'Which one' : `Which ${cleanLine(subject.words, 60)}`
  return {
    text: `${named} do you mean?`,
    slots: ['which'],
    choices: entries.map((entry) => ({ label: describe(entry, facts, policy), value: `record=${keyOf(entry)}` })),
  }
}

function missing(
  subject: Subject,
  kinds: readonly Kind[],
  { near }: Extract<Match, { type: 'none' }>,
  facts: Facts,
  policy: RecordPolicy,
): Target {
  if (near.length > 0)
    return {
      need: {
        ...whichOf(subject, near, facts, policy),
        text: `No ${wordFor(kinds)} is called "${cleanLine(subject.words, 60)}". Do you mean one of these?`,
      },
    }
  return {
    unknown: `No ${wordFor(kinds)} on file is called "${cleanLine(subject.words, 60)}", so nothing was changed.`,
  }
}

const wordFor = (kinds: readonly Kind[]): string => (kinds.length === 3 ? 'record' : (kinds[0] ?? 'record'))

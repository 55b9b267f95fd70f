import type { ActivityDraft } from '#kernel/activity.ts'
import type { Proposed } from '#kernel/ruling.ts'
import { toIso } from '#kernel/time.ts'
import type { Entry } from '../names.ts'
import type { Facts } from './facts.ts'

const LONGEST = 4000

/** A note about a record, in the words it was said in. */
export const noteAbout = (entry: Entry, text: string, facts: Facts, kind: 'note' | 'call' = 'note'): Proposed =>
  activity(entry, { kind, text }, facts, 'it was dictated')

/** A task about a record. */
export const taskAbout = (
  entry: Entry,
  { text, due, owner }: { text: string; due: string | null; owner: string | null },
  facts: Facts,
): Proposed => activity(entry, { kind: 'task', text, due, owner }, facts, 'it was asked for')

function activity(
  { kind, record }: Entry,
  draft: Pick<ActivityDraft, 'kind' | 'text'> & Partial<ActivityDraft>,
  { nowMs, me }: Facts,
  because: string,
): Proposed {
  const text = draft.text.slice(0, LONGEST)
  return {
    kind: 'activity.create',
    args: { draft: { ...draft, text, about: { kind, id: record.id }, at: toIso(nowMs), by: me } },
    because,
  }
}

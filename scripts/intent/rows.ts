import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cue } from '#kernel/cue.ts'
import { chance } from './chance.ts'

/** One message to learn from. */
export interface Row {
  text: string
  /** Jobs (`agent/intent`) that are right for it; none: nobody's. */
  right: readonly string[]
  /** Which set it came from; `cues` for those made from the cues themselves. */
  set: 'clinc150' | 'hwu64' | 'cues'
  /** Work that some desks do and others leave: learned as the label says, not counted when measuring. */
  fair: boolean
}

type Labels = Record<string, readonly string[]>

/** Publishers' labels as our jobs; a name that ends in `/` stands for every intent of that agent. Others are nobody's. */
const CLINC150: Labels = {
  calendar: ['scheduling/query'],
  meeting_schedule: ['scheduling/query'],
  schedule_meeting: ['scheduling/book'],
  calendar_update: ['scheduling/book', 'scheduling/move', 'scheduling/cancel'],
  reminder: ['scheduling/query'],
  reminder_update: ['scheduling/remind'],
}
const HWU64: Labels = {
  calendar_query: ['scheduling/query'],
  calendar_set: ['scheduling/book', 'scheduling/remind'],
  calendar_remove: ['scheduling/cancel'],
  email_sendemail: ['outreach-draft/'],
}

const FAIR = new Set(
  (
    'reminder reminder_update todo_list todo_list_update alarm timer text email_query email_addcontact ' +
    'email_querycontact lists_createoradd lists_query lists_remove alarm_set alarm_query alarm_remove datetime_query ' +
    'datetime_convert recommendation_events'
  ).split(' '),
)

/** The rows of clinc150 and hwu64 in `folder`; jobs that no agent has yet are nobody's. */
export function readRows(folder: string, jobs: readonly string[]): Row[] {
  return [
    ...readSet(join(folder, 'clinc150', 'train.jsonl'), 'clinc150', CLINC150, jobs),
    ...readSet(join(folder, 'clinc150', 'dev.jsonl'), 'clinc150', CLINC150, jobs),
    ...readSet(join(folder, 'hwu64', 'dev.jsonl'), 'hwu64', HWU64, jobs),
  ]
}

function readSet(file: string, set: Row['set'], labels: Labels, jobs: readonly string[]): Row[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => {
    const { text, intent }: { text: string; intent: string } = JSON.parse(line)
    const names = labels[intent] ?? []
    return {
      text,
      set,
      fair: FAIR.has(intent),
      right: jobs.filter((job) => names.some((name) => job === name || (name.endsWith('/') && job.startsWith(name)))),
    }
  })
}

/** Rows made from each verb of a cue. */
const ROWS_A_VERB = 4
const OPENINGS = ['', '', 'please', 'can you']
const ARTICLES = ['my', 'my', 'a', 'the', '']
const ENDINGS = ['', '', 'on friday', 'next week', 'with jo']
const FILLERS: Record<string, readonly string[]> = {
  '...': ['it', 'sam', 'the first one'],
  '{when}': ['monday', 'tomorrow', 'at 3 pm'],
  '{length}': ['30 minutes'],
  '{number}': ['3'],
  '{money}': ['24k', '7k'],
}

/** Short messages put together from the cues, so that what their authors wrote is not unlearned from other people's assistants. */
export function madeRows(sets: readonly { agent: string; cues: readonly Cue[] }[]): Row[] {
  const next = chance(11)
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? ''
  const say = (phrase: string) =>
    phrase
      .replace(/^\.\.\. /, '')
      .replace(/\.\.\.|\{\w+\}/g, (step) => pick(FILLERS[step] ?? []))
      .replaceAll('=', '')
  return sets.flatMap(({ agent, cues }) =>
    cues.flatMap((cue) =>
      cue.verbs.flatMap((verb) =>
        Array.from({ length: ROWS_A_VERB }, (): Row => {
          const object = pick(cue.objects)
          const article = object === '' || object.startsWith('{') ? '' : pick(ARTICLES)
          const words = [pick(OPENINGS), say(verb), article, say(object), pick(ENDINGS)]
          return { text: words.filter(Boolean).join(' '), right: [`${agent}/${cue.intent}`], set: 'cues', fair: false }
        }),
      ),
    ),
  )
}

import { cleanText } from '#kernel/display.ts'
import { Inbound } from '#kernel/inbound.ts'
import type { Choice } from '#kernel/ruling.ts'
import type { TaskStatus } from '#kernel/task.ts'
import { memberById } from '#policy/people.ts'
import type { Operation } from '#ports/sql.ts'
import { actionById } from '#store/actions/action-rows.ts'
import { flagOf } from '#store/flags/flag-rows.ts'
import { type HistoryRow, saidIn } from '#store/journal/history.ts'
import { costOfTask } from '#store/model/cost.ts'
import { messagesIn, type OutboxRow } from '#store/outbox/outbox.ts'
import { tasksOf } from '#store/tasks/task-rows.ts'
import type { DeskContext } from '../context.ts'
import { sayUsd } from './cost.ts'
import { agentName, sentencesFor } from './said.ts'
import type { Viewer } from './viewer.ts'

/** How one job of a message stands. */
export interface TaskMark {
  task: string
  agent: string
  status: TaskStatus
  /** Who is waited for, or null. */
  waitsFor: string | null
  flag: string | null
  /** What the model cost for it (`$0.0004`); null where it cost nothing. */
  cost: string | null
}

export interface UndoOffer {
  action: string
  label: string
  untilMs: number
}

/** One thing that was said, by either side. */
export interface Entry {
  key: string
  atMs: number
  from: 'person' | 'desk'
  text: string
  /** Said by the desk of its own accord: a reminder, a flag's news. */
  notice: boolean
  /** Journaled and not answered yet. */
  pending: boolean
  tasks: TaskMark[]
  /** What may be tapped now. */
  choices: Choice[]
  /** What could be tapped when it was said. */
  offered: string[]
  undo: UndoOffer[]
}

/** Field of a console message that was tapped, not typed: how it is shown. */
export const SHOWN_AS = 'shown'

/** What was said in a conversation, oldest first, with what can still be done about it. */
export async function conversationView(
  desk: DeskContext,
  conversation: string,
  viewer: Viewer,
  limit: number,
): Promise<{ entries: Entry[]; more: boolean }> {
  const { said, replies, marks } = await desk.sql.read(() => readBoth(conversation, viewer, limit, desk.clock.nowMs()))
  const people = said.map((row) => ({ ...personEntry(row, marks.get(row.seq) ?? [], desk), after: row.seq }))
  const answers = await Promise.all(
    replies.map(async (row) => ({
      ...deskEntry(row, await undoOffers(desk, viewer, row), row.conversation !== conversation),
      after: Number(/^reply:(\d+)$/.exec(row.key)?.[1] ?? Number.MAX_SAFE_INTEGER),
    })),
  )
  const all = [...people, ...answers].sort(inOrder).map(({ after: _after, ...entry }) => entry)
  const entries = all.slice(-limit)
  return { entries: closeOldChoices(entries), more: said.length === limit || all.length > limit }
}

/** An entry with the journal row it follows. */
type Placed = Entry & { after: number }

/** What is kept for later is not said yet. */
function* readBoth(conversation: string, viewer: Viewer, limit: number, nowMs: number) {
  const said = yield* saidIn(conversation, limit)
  const own = yield* messagesIn(conversation, limit)
  const notices = conversation === `console:${viewer.id}` ? yield* messagesIn(`flags:${viewer.id}`, limit) : []
  const marks = new Map<number, TaskMark[]>()
  for (const { seq } of said) marks.set(seq, yield* marksOf(seq))
  const replies = [...own, ...notices.filter((row) => row.message.type === 'notice')]
  return { said, replies: replies.filter((row) => row.channel === 'console' && row.createdMs <= nowMs), marks }
}

function* marksOf(seq: number): Operation<TaskMark[]> {
  const marks: TaskMark[] = []
  for (const { task } of yield* tasksOf(seq)) {
    if (task.agent === 'desk') continue
    const flag = task.status === 'waiting_human' ? yield* flagOf(task.id) : undefined
    const waitsFor = flag?.owner ?? null
    const { usdMicros } = yield* costOfTask(task.id)
    marks.push({
      task: task.id,
      agent: agentName(task.agent),
      status: task.status,
      waitsFor,
      flag: flag?.id ?? null,
      cost: usdMicros > 0 ? sayUsd(usdMicros) : null,
    })
  }
  return marks
}

function personEntry(row: HistoryRow, marks: TaskMark[], desk: DeskContext): Entry {
  const event = Inbound.safeParse(JSON.parse(row.body))
  const text = event.success ? (event.data.fields?.[SHOWN_AS] ?? event.data.text) : '(erased)'
  const named = marks.map((mark) => ({
    ...mark,
    waitsFor: mark.waitsFor && (memberById(desk.policy(), mark.waitsFor)?.name ?? mark.waitsFor),
  }))
  return {
    ...EMPTY,
    key: `in-${row.seq}`,
    atMs: row.atMs,
    from: 'person',
    text: cleanText(text),
    pending: row.state === 'waiting' || row.state === 'leased',
    tasks: named,
  }
}

function deskEntry(row: OutboxRow, undo: UndoOffer[], elsewhere: boolean): Entry {
  const { message } = row
  const text = message.type === 'reply' || message.type === 'notice' ? message.text : ''
  return {
    ...EMPTY,
    key: `out-${row.id}`,
    atMs: row.createdMs,
    from: 'desk',
    text: cleanText(text),
    notice: message.type === 'notice' || elsewhere,
    choices: message.type === 'reply' || message.type === 'notice' ? message.choices : [],
    undo,
  }
}

const EMPTY = { text: '', notice: false, pending: false, tasks: [], choices: [], offered: [], undo: [] }

/** Undo buttons whose window is open and whose action still stands. */
async function undoOffers(desk: DeskContext, viewer: Viewer, { message }: OutboxRow): Promise<UndoOffer[]> {
  if (message.type !== 'reply') return []
  const nowMs = desk.clock.nowMs()
  const due = message.undo.filter((offer) => offer.untilMs > nowMs)
  const actions = await desk.sql.read(function* () {
    const found = []
    for (const offer of due) {
      const action = yield* actionById(offer.action)
      if (action?.status === 'done') found.push(action)
    }
    return found
  })
  const sentences = await sentencesFor(desk, viewer, actions, 'done')
  return actions.map((action, at) => ({
    action: action.id,
    label: actions.length === 1 ? 'Undo' : `Undo: ${sentences[at]}`,
    untilMs: action.undoUntilMs ?? nowMs,
  }))
}

/** Only the last thing said can be answered by a tap, and the last notice, which waits beside the talk. */
function closeOldChoices(entries: Entry[]): Entry[] {
  const lastSpoken = entries.findLastIndex((entry) => !entry.notice)
  const lastNotice = entries.findLastIndex((entry) => entry.notice)
  return entries.map((entry, at) =>
    (at === lastSpoken || at === lastNotice) && entry.from === 'desk'
      ? entry
      : { ...entry, choices: [], offered: entry.choices.map((choice) => choice.label) },
  )
}

/** By time; in one instant each answer stands under its message. */
const inOrder = (a: Placed, b: Placed): number => a.atMs - b.atMs || a.after - b.after || Number(a.from === 'desk') - 1

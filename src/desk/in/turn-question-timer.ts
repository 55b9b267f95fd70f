import type { Inbound, Timer } from '#kernel/inbound.ts'
import type { Outbound } from '#kernel/outbound.ts'
import type { Question } from '#kernel/ruling.ts'
import type { Operation } from '#ports/sql.ts'
import { flagOf } from '#store/flags/flag-rows.ts'
import { dueTimers, finish } from '#store/journal/finish.ts'
import { enqueue } from '#store/outbox/outbox.ts'
import { type TaskRow, taskById } from '#store/tasks/task-rows.ts'
import { questionVersion } from '../act/questions.ts'
import type { DeskContext } from '../context.ts'
import { runTask } from './run-tasks.ts'
import type { Turn, TurnOutcome, TurnParts } from './turn-types.ts'

interface Due {
  seq: number
  timer: Timer
}

/**
 * Questions of a conversation that wait for too long: the member is reminded, or the task is dropped. All that are due
 * at once (after a sleep there may be many) are told in one message.
 */
export async function turnQuestionTimer(desk: DeskContext, parts: TurnParts, turn: Turn): Promise<TurnOutcome> {
  const due = await dueNow(desk, turn)
  const dropped = await dropAll(desk, parts, due)
  const open = await stillOpen(desk, due)
  const lines = dropped.flatMap(linesTo)
  return {
    tasks: dropped.map((row) => row.task.id),
    also: function* () {
      for (const { seq } of due) if (seq !== turn.seq) yield* finish(seq)
      if (lines.length > 0 || open.length > 0) yield* tell(desk, turn, reminderOf(lines, open))
    },
  }
}

async function dueNow(desk: DeskContext, turn: Turn): Promise<Due[]> {
  const rows = await desk.sql.read(() => dueTimers(turn.event.conversation, desk.clock.nowMs()))
  const others = rows.map((row) => ({ seq: row.seq, timer: (JSON.parse(row.body) as Inbound).timer }))
  return [{ seq: turn.seq, timer: turn.event.timer }, ...others].filter(
    (one): one is Due => one.timer?.what === 'question.nudge' || one.timer?.what === 'question.drop',
  )
}

/** Ends the tasks whose questions nobody answered in time. One that a crash left half dropped is found ended already. */
async function dropAll(desk: DeskContext, parts: TurnParts, due: readonly Due[]): Promise<TaskRow[]> {
  const dropped: TaskRow[] = []
  for (const { timer } of due) {
    if (timer.what !== 'question.drop') continue
    const row = await desk.sql.read(() => taskById(timer.about))
    if (row && asks(row, timer)) await runTask(desk, parts, timer.about, { type: 'decided', verb: 'expire' })
    const [now, flag] = await desk.sql.read(function* () {
      return [yield* taskById(timer.about), yield* flagOf(timer.about)] as const
    })
    // One that expired with a flag was told then.
    if (now?.task.status === 'expired' && !flag) dropped.push(now)
  }
  return dropped
}

async function stillOpen(desk: DeskContext, due: readonly Due[]): Promise<Question[]> {
  const questions: Question[] = []
  for (const { timer } of due) {
    const row = timer.what === 'question.nudge' ? await desk.sql.read(() => taskById(timer.about)) : undefined
    if (row?.question && asks(row, timer)) questions.push(row.question)
  }
  return questions
}

const asks = (row: TaskRow, timer: Timer): boolean =>
  row.task.status === 'waiting_requester' && row.question !== null && questionVersion(row.question) === timer.version

/** An outsider hears nothing: their times are no longer kept, and a late answer starts anew. */
const linesTo = (row: TaskRow): string[] => (row.task.principal.kind === 'member' ? (row.said?.lines ?? []) : [])

function reminderOf(lines: readonly string[], open: readonly Question[]): Outbound {
  const [first, ...more] = open
  const asked = !first
    ? []
    : more.length === 0
      ? [`Still open: ${first.text}`]
      : ['Still open:', ...open.map((question) => `- ${question.text}`)]
  const choices = first && more.length === 0 ? first.choices : []
  return { type: 'reply', text: [...lines, ...asked].join('\n'), choices, undo: [] }
}

function* tell(desk: DeskContext, { key, event }: Turn, message: Outbound): Operation<void> {
  const { channel, conversation } = event
  yield* enqueue({
    key: `question:${key}`,
    channel,
    conversation,
    to: [],
    message,
    task: null,
    nowMs: desk.clock.nowMs(),
  })
}

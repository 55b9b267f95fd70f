import { cleanText } from '#kernel/display.ts'
import { heardSince } from '#store/journal/history.ts'
import { type OutboxRow, seqOfReply, waitingReplies } from '#store/outbox/outbox.ts'
import { takenOver } from '#store/taken-over.ts'
import { type TaskRow, tasksOf } from '#store/tasks/task-rows.ts'
import type { DeskContext } from '../context.ts'
import { wasHeardBefore } from '../out/hold-back.ts'
import { runTask } from './run-tasks.ts'
import type { TurnParts } from './turn-types.ts'

/** Messages that are looked at, and quoted, of what somebody wrote while a member had them. */
const LOOKED_AT = 50
const QUOTED = 5
const QUOTE_LENGTH = 300

/** What happened in conversations while a member had them. */
export interface Meanwhile {
  /** What was written from outside, oldest first. */
  heard: string[]
  /** Answers that were in the making when it was taken over, and were left to the member. */
  left: OutboxRow[]
}

export function meanwhile(desk: DeskContext, places: readonly string[]): Promise<Meanwhile> {
  return desk.sql.read(function* () {
    const found: Meanwhile = { heard: [], left: [] }
    for (const place of places) {
      const taken = yield* takenOver(place, desk.clock.nowMs())
      if (!taken) continue
      found.heard.push(...(yield* heardSince(place, taken.seq, LOOKED_AT)))
      for (const row of yield* waitingReplies(place)) if (yield* wasHeardBefore(row, taken)) found.left.push(row)
    }
    return found
  })
}

/** A question that nobody was asked is dropped; whatever is said next is no answer to it. */
export async function dropQuestions(desk: DeskContext, parts: TurnParts, left: readonly OutboxRow[]): Promise<void> {
  const tasks = await desk.sql.read(function* () {
    const found: TaskRow[] = []
    for (const row of left) found.push(...(yield* tasksOf(seqOfReply(row))))
    return found
  })
  for (const { task } of tasks)
    if (task.status === 'waiting_requester') await runTask(desk, parts, task.id, { type: 'decided', verb: 'expire' })
}

export function sayHeard(heard: readonly string[]): string[] {
  if (heard.length === 0) return ['They have written nothing since.']
  const more = heard.length - QUOTED
  return [
    `Since you took over they wrote${more > 0 ? ` ${heard.length} messages; the last` : ''}:`,
    ...heard.slice(-QUOTED).map((text) => `- "${short(text)}"`),
  ]
}

export const sayLeft = (left: readonly OutboxRow[]): string[] =>
  left.flatMap(({ message }) =>
    'text' in message ? `I left this to you and do not send it: "${short(message.text)}"` : [],
  )

const short = (text: string): string => cleanText(text, { oneLine: true, maxLength: QUOTE_LENGTH })

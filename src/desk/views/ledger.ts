import { cleanText, sayWho } from '#kernel/display.ts'
import { wallDay } from '#kernel/time.ts'
import { actionsSince } from '#store/actions/action-rows.ts'
import { taskById } from '#store/tasks/task-rows.ts'
import type { DeskContext } from '../context.ts'
import { agentName, sentencesFor } from './said.ts'
import { undoUntilMs } from './undo-window.ts'
import type { Viewer } from './viewer.ts'

/** Something the desk did. */
export interface Done {
  action: string
  kind: string
  sentence: string
  atMs: number
  /** On whose behalf. */
  who: string
  agent: string
  simulated: boolean
  undone: boolean
  /** Until when one tap takes it back; null where it cannot be, or not by this viewer. */
  undoUntilMs: number | null
  rule: string
}

const MOST = 200

/** What was done since the viewer's midnight, newest first. What undid something is not listed: the undone says so. */
export async function doneToday(desk: DeskContext, viewer: Viewer): Promise<Done[]> {
  const nowMs = desk.clock.nowMs()
  const rows = await desk.sql.read(function* () {
    const found = []
    for (const action of yield* actionsSince(wallDay(nowMs, viewer.zone).startMs, MOST)) {
      const row = yield* taskById(action.task)
      if (row && row.task.agent !== 'desk') found.push({ action, task: row.task })
    }
    return found
  })
  const sentences = await sentencesFor(
    desk,
    viewer,
    rows.map(({ action }) => action),
    'done',
  )
  return rows.map(({ action, task }, at) => ({
    action: action.id,
    kind: action.kind,
    sentence: cleanText(sentences[at] ?? '', { oneLine: true }),
    atMs: action.performedMs ?? nowMs,
    who: sayWho(task.principal),
    agent: agentName(task.agent),
    simulated: task.simulated,
    undone: action.status === 'undone',
    undoUntilMs: undoUntilMs(action, viewer, nowMs),
    rule: action.rule,
  }))
}

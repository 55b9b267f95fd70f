import { cleanText } from '#kernel/display.ts'
import type { Principal } from '#kernel/principal.ts'
import type { PastRow, Window } from '#ports/lookups.ts'
import { type ActionRow, actionsDoneIn, actionsOf } from '#store/actions/action-rows.ts'
import { type FlagRow, flagsRaised } from '#store/flags/flag-rows.ts'
import { taskById } from '#store/tasks/task-rows.ts'
import { past } from '../act/decide.ts'
import type { DeskContext } from '../context.ts'
import { sentencesFor } from '../views/said.ts'

/** Rows of one window that are told; what is older is not. */
const MOST = 200

const oneLine = (text: string): string => cleanText(text, { oneLine: true })

/** What was done in a window as a member is told it. Rehearsals and other people's reminders are nobody else's news. */
export async function doneIn(desk: DeskContext, window: Window, asker: Principal): Promise<PastRow[]> {
  const actions = await desk.sql.read(function* () {
    const found: ActionRow[] = []
    for (const action of yield* actionsDoneIn(window, MOST)) {
      const row = yield* taskById(action.task)
      const isNews = row !== undefined && !row.task.simulated && row.task.agent !== 'desk'
      if (isNews && (!action.kind.startsWith('reminder.') || action.principal === asker.id)) found.push(action)
    }
    return found
  })
  const viewer = { id: asker.id, name: asker.name ?? asker.id, zone: asker.zone, approver: false }
  const sentences = await sentencesFor(desk, viewer, actions, 'done')
  return actions.map(({ id, record, performedMs }, at) => ({
    id,
    record,
    sentence: oneLine(sentences[at] ?? ''),
    atMs: performedMs ?? window.fromMs,
  }))
}

/** Flags of a window, with how they stand. */
export async function flagsIn(desk: Pick<DeskContext, 'sql'>, window: Window): Promise<PastRow[]> {
  return desk.sql.read(function* () {
    const rows: PastRow[] = []
    for (const flag of yield* flagsRaised(window, MOST)) {
      if ((yield* taskById(flag.task))?.task.simulated) continue
      const record = (yield* actionsOf(flag.task)).map(({ record, args }) => record ?? args.id)[0]
      const isNamed = typeof record === 'string'
      rows.push({ id: flag.id, record: isNamed ? record : null, sentence: sayFlag(flag), atMs: flag.createdMs })
    }
    return rows
  })
}

function sayFlag({ body, state, verb, decidedBy }: FlagRow): string {
  const by = decidedBy === null ? '' : ` by ${decidedBy}`
  const stands = state === 'open' ? 'it waits' : state === 'expired' ? 'nobody decided' : `${past(verb ?? '')}${by}`
  return `Asked for a decision: ${oneLine(body.headline).replace(/^Decide: (.*)\?$/, '$1')} (${stands})`
}

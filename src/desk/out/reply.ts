import { type Outbound, Outbound as OutboundSchema } from '#kernel/outbound.ts'
import { languageOf, phrasesIn } from '#kernel/phrases.ts'
import type { Choice } from '#kernel/ruling.ts'
import { memberById } from '#policy/people.ts'
import type { Operation } from '#ports/sql.ts'
import { actionsOf } from '#store/actions/action-rows.ts'
import { flagOf } from '#store/flags/flag-rows.ts'
import type { TaskRow } from '#store/tasks/task-rows.ts'
import { definitionOf } from '../act/judge.ts'
import { putsBack } from '../act/put-back.ts'
import { isWay } from '../act/together.ts'
import type { DeskContext } from '../context.ts'

/** One honest reply for all the jobs of a message: what was done, what is asked, what waits for whom. Null: silence. */
export function* composeReply(
  desk: DeskContext,
  tasks: readonly TaskRow[],
  extra: readonly string[] = [],
): Operation<Outbound | null> {
  const lines: string[] = []
  const choices: Choice[] = []
  const undo: { action: string; label: string; untilMs: number }[] = []
  for (const row of tasks) {
    lines.push(...(row.said?.lines ?? []))
    if (row.task.status === 'waiting_requester' && row.question) {
      lines.push(row.question.text)
      choices.push(...row.question.choices)
    } else if (row.task.status !== 'waiting_human') {
      choices.push(...(row.said?.choices ?? []))
    }
    if (row.task.status === 'waiting_human') lines.push(...(yield* sayWaiting(desk, row)))
    const plan = yield* actionsOf(row.task.id)
    const led = plan.some((action) => !isWay(action))
    for (const action of plan) {
      // The way to a meeting is taken back with it.
      if ((led && isWay(action)) || putsBack(action)) continue
      const { inverseOnly, teamOnly } = definitionOf(action.kind)
      if (action.status !== 'done' || action.undoUntilMs === null || inverseOnly) continue
      if (teamOnly && row.task.principal.kind !== 'member') continue
      undo.push({ action: action.id, label: 'Undo', untilMs: action.undoUntilMs })
    }
  }
  const text = [...lines, ...extra].filter((line) => line.trim() !== '').join('\n')
  return text === '' ? null : OutboundSchema.parse({ type: 'reply', text, choices: choices.slice(0, 10), undo })
}

/** An outsider hears that somebody was asked; a member also whose yes it needs, and by which rule. */
function* sayWaiting(desk: DeskContext, row: TaskRow): Operation<string[]> {
  const flag = yield* flagOf(row.task.id)
  const phrases = phrasesIn(languageOf(row.task.principal))
  const meanwhile = row.said?.meanwhile
  if (!flag) return [phrases.waitsForPerson]
  const owner = memberById(desk.policy(), flag.owner)?.name ?? flag.owner
  const outsider = row.task.principal.kind !== 'member'
  if (outsider && !meanwhile && (yield* isOnlyTheTeams(row.task.id))) return []
  if (outsider) return [meanwhile ?? phrases.waitsFor(owner)]
  const plan = yield* actionsOf(row.task.id)
  const own = row.task.principal.id === flag.owner
  const yes = `${own ? 'your' : `${owner}'s`} yes (${flag.body.rule})`
  const asked = own ? 'you have a card for it' : 'I have asked'
  const needs = plan.some((action) => action.status === 'done')
    ? `This needs ${yes} and is not done yet; ${asked}: ${flag.body.proposed.join('; ')}.`
    : `This needs ${yes}. Nothing has been done yet; ${asked}.`
  return meanwhile ? [meanwhile, needs] : [needs]
}

/** Whether what waits is only how the team deals with what somebody outside wrote: nobody waits for it but the team. */
function* isOnlyTheTeams(taskId: string): Operation<boolean> {
  const waiting = (yield* actionsOf(taskId)).filter((action) => action.status === 'proposed')
  return waiting.length > 0 && waiting.every(({ kind }) => definitionOf(kind).teamOnly && definitionOf(kind).unvouched)
}

import type { Question, Ruling } from '#kernel/ruling.ts'
import type { Task } from '#kernel/task.ts'
import type { Operation } from '#ports/sql.ts'
import type { ActionRow } from '#store/actions/action-rows.ts'
import { keepPending } from '#store/tasks/change.ts'
import type { Said, TaskRow } from '#store/tasks/task-rows.ts'
import type { DeskContext } from '../context.ts'
import { keepOffer } from './offers.ts'

type Ask = Extract<Ruling, { type: 'ask' }>

/**
 * Journals a question beside the actions that are done before it is asked: a crash between the two forgets neither. What it offers
 * is kept from the start.
 * @throws SlotTaken
 */
export function* keepQuestion(desk: DeskContext, task: Task, ruling: Ask, said: Said | null): Operation<void> {
  const { question, offer, handOffs } = ruling
  if (offer && !desk.dry) yield* keepOffer(desk, task, offer)
  yield* keepPending(task.id, question, {
    lines: [],
    choices: [],
    ...toldBy(said),
    ...(handOffs.length > 0 && { handOffs }),
  })
}

/** The question that is journaled and not asked yet, or null. */
export const pendingQuestion = ({ task, question, answer }: TaskRow): Question | null =>
  task.status === 'open' && answer === null && question?.kind === 'input' ? question : null

/** What its requester was told of a task already, and is not told again. */
export const toldBy = (said: Said | null): Pick<Said, 'told'> => (said?.told ? { told: said.told } : {})

const SETTLED: ReadonlySet<ActionRow['status']> = new Set(['done', 'refused', 'failed', 'unsure', 'undone'])

/** The actions whose outcome is told with a question, beside those that were told before. */
export const toldNow = (said: Said | null, actions: readonly ActionRow[]): string[] => [
  ...new Set([...(said?.told ?? []), ...actions.filter(({ status }) => SETTLED.has(status)).map(({ id }) => id)]),
]

/** What is left to tell. */
export const untold = (said: Said | null, actions: readonly ActionRow[]): ActionRow[] =>
  actions.filter(({ id }) => !said?.told?.includes(id))

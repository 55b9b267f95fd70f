import type { TaskResult, TurnResult } from '#desk/out/result.ts'
import { linkTo } from '#kernel/actions/links.ts'
import type { Turn } from './scenario.ts'

/** What a desk made of a turn. */
export type Came = Pick<TurnResult, 'tasks' | 'reply'>
type ExpectedTask = Turn['expect']['tasks'][number]

/**
 * Holds what a turn came to against what its scenario tells, and says every difference in words; none: as told.
 * @param idOf the id a record really has, for one as the scenario names it
 */
export function differences(turn: Turn, came: Came, idOf: (name: string) => string): string[] {
  const wanted = turn.expect.tasks
  const jobs = (tasks: readonly { agent: string; intent: string }[]): string =>
    tasks.map(({ agent, intent }) => `${agent}/${intent}`).join(', ') || 'nothing'
  const { reply } = turn.expect
  return [
    ...told('jobs', jobs(wanted), jobs(came.tasks)),
    ...wanted.flatMap((task, at) => taskDifferences(task, came.tasks[at], came.reply, idOf)),
    ...(reply === null && came.reply !== null ? [`it should have been silent, and said ${quoted(came.reply)}`] : []),
    ...(reply ? matching('the reply', reply, came.reply ?? '') : []),
  ]
}

function taskDifferences(
  wanted: ExpectedTask,
  task: TaskResult | undefined,
  reply: string | null,
  idOf: (name: string) => string,
): string[] {
  const spoken = ['answer', 'refuse', 'ask'].includes(wanted.ruling ?? '')
  return [
    ...(wanted.status ? told('status', wanted.status, task?.status) : []),
    ...(wanted.tier ? told('tier', wanted.tier, task?.tier) : []),
    ...(wanted.actions ? actionDifferences(wanted.actions, task, idOf) : []),
    ...(wanted.flag ? told('flag', wanted.flag, task?.flag?.reason) : []),
    ...(wanted.owner ? told('owner of the flag', wanted.owner, task?.flag?.owner) : []),
    ...(wanted.question ? matching('the question', wanted.question, task?.question?.text ?? '') : []),
    ...(wanted.says && spoken ? matching('the reply', wanted.says, (reply ?? '').trim()) : []),
  ]
}

function actionDifferences(
  wanted: NonNullable<ExpectedTask['actions']>,
  task: TaskResult | undefined,
  idOf: (name: string) => string,
): string[] {
  const real = wanted.map(({ args, ...rest }) => ({ ...rest, args: named(args, task?.task ?? '', idOf) }))
  const actions = task?.actions ?? []
  return contains(actions, real) ? [] : [`actions: ${JSON.stringify(real)} wanted, ${JSON.stringify(actions)} came`]
}

const told = (what: string, wanted: string, came: string | undefined): string[] =>
  came === wanted ? [] : [`${what}: ${wanted} wanted, ${came ?? 'none'} came`]

const matching = (what: string, pattern: RegExp, text: string): string[] =>
  pattern.test(text) ? [] : [`${what} does not match ${pattern.source}: ${quoted(text)}`]

const quoted = (text: string): string => JSON.stringify(text)

/** Expected arguments with the ids that records really have: `plan:0` is the first action of the same task. */
function named(args: Record<string, unknown>, task: string, idOf: (name: string) => string): Record<string, unknown> {
  const real = (value: unknown, field?: string): unknown => {
    if (Array.isArray(value)) return value.map((inner) => real(inner))
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, real(inner, name)]))
    if (typeof value !== 'string') return value
    if (value.startsWith('plan:')) return idOf(linkTo(`${task}.${value.slice('plan:'.length)}`))
    return field === 'id' || value.startsWith('made-') ? idOf(value) : value
  }
  return real(args) as Record<string, unknown>
}

/** Whether a value is the wanted one: lists element by element, of an object only the fields that are wanted. */
export function contains(value: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted))
    return Array.isArray(value) && value.length === wanted.length && wanted.every((one, at) => contains(value[at], one))
  if (wanted === null || typeof wanted !== 'object') return Object.is(value, wanted)
  if (value === null || typeof value !== 'object') return false
  const fields = value as Record<string, unknown>
  return Object.entries(wanted).every(([name, inner]) => contains(fields[name], inner))
}

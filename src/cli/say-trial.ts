import { actionContext } from '#desk/act/action-context.ts'
import { definitionOf } from '#desk/act/judge.ts'
import type { DeskContext } from '#desk/context.ts'
import type { TaskResult } from '#desk/out/result.ts'
import type { Policy } from '#policy/policy.ts'
import { valueAt } from '#policy/walk.ts'
import type { ActionRow } from '#store/actions/action-rows.ts'
import type { TaskRow } from '#store/tasks/task-rows.ts'

/** One job of a message that was tried. */
export interface TriedTask {
  row: TaskRow
  result: TaskResult
  plan: readonly ActionRow[]
}

/** What a message would lead to, in words: whose job, what would be done, the line that decides, its facts. */
export async function sayTrial(
  context: DeskContext,
  tasks: readonly TriedTask[],
  reply: string | null,
): Promise<string> {
  const jobs = await Promise.all(tasks.map((task) => sayTask(context, task)))
  const nobodys = ["This is nobody's job, so nothing would be done.", ...wouldSay(reply)]
  return `${(jobs.length === 0 ? [nobodys] : jobs).map((lines) => lines.join('\n')).join('\n\n')}\n`
}

async function sayTask(context: DeskContext, { row, result, plan }: TriedTask): Promise<string[]> {
  const { agent, intent, tier, text, principal } = row.task
  const said = await actionContext(context, principal, [plan])
  const { question, flag } = result
  return [
    `Job: ${agent}, ${intent} (understood by ${tier}): "${text}"`,
    `From: ${principal.name ?? principal.id}, a ${principal.kind} (${principal.assurance})`,
    ...plan.flatMap((action) => [
      `${WOULD[action.verdict]}: ${definitionOf(action.kind).say(action.args, action.before, 'will', said)}`,
      `  decided by  ${action.rule}${isDefault(context.policy(), action.rule) ? ' (the default; the file does not say it)' : ''}`,
      `  because     ${action.because}`,
      `  facts       ${Object.entries(action.facts)
        .map(([name, value]) => `${name} = ${String(value)}`)
        .join(', ')}`,
    ]),
    ...(question ? ['Would ask whoever wrote:', ...indented(question.text)] : []),
    ...(flag ? [`Would ask ${flag.owner} (${flag.reason}):`, ...indented(flag.headline)] : []),
    ...(plan.length === 0 && !question && !flag ? wouldSay(row.said?.lines.join('\n') || null) : []),
  ]
}

const wouldSay = (reply: string | null): string[] =>
  reply === null ? ['Would say nothing.'] : ['Would say:', ...indented(reply)]

const WOULD = { do: 'Would do', ask: 'Would ask first', refuse: 'Would refuse' } as const

/** Whether the line that decided (`scheduling.autonomy.internal: act`) has its value from nobody but us. */
function isDefault(policy: Policy, rule: string): boolean {
  const key = /^([a-z_]+(?:\.[a-z_]+)+): /.exec(rule)?.[1]
  return key !== undefined && valueAt(policy.source.given, key.split('.')) === undefined
}

const indented = (text: string): string[] => text.split('\n').map((line) => `  ${line}`)

import type { ActionContext } from '#kernel/actions/definition.ts'
import type { Ruling } from '#kernel/ruling.ts'
import type { ActionRow } from '#store/actions/action-rows.ts'
import type { FlagRow } from '#store/flags/flag-rows.ts'
import { definitionOf } from '../act/judge.ts'

interface Ended {
  ruling: Ruling | null
  notes: readonly string[]
  actions: readonly ActionRow[]
  flag: FlagRow | undefined
  context: ActionContext
}

/** What is honestly said of a task: what was done, what was not and why, never more than was read back. */
export function outcomeLines({ ruling, notes, actions, flag, context }: Ended): string[] {
  const lines = actions.flatMap((action) => outcomeOf(action, flag, context))
  if (ruling?.type === 'answer') lines.push(ruling.text)
  if (ruling?.type === 'refuse') lines.push(ruling.text)
  if (actions.some((action) => action.status === 'done')) lines.push(...notes)
  if (actions.length === 0 && flag && flag.state !== 'open') lines.push(sayDecision(flag))
  return lines
}

function outcomeOf(action: ActionRow, flag: FlagRow | undefined, context: ActionContext): string[] {
  const say = (tense: 'will' | 'done') => definitionOf(action.kind).say(action.args, action.before, tense, context)
  switch (action.status) {
    case 'done':
      return [`${say('done')}.`]
    case 'refused':
      return [`Not done: ${say('will')}. ${upper(action.problem ?? action.rule)}.`]
    case 'failed':
      return [`Not done: ${say('will')}. ${action.problem ?? ''}`]
    case 'queued':
      return [`Queued: ${say('will')}. ${action.problem ?? ''} You will hear when it is done.`]
    case 'unsure':
      return [`I cannot tell whether this was done: ${say('will')}. Please check it.`]
    case 'proposed':
      return flag && flag.state !== 'open'
        ? [`Not done: ${say('will')}. ${sayDecision(flag)}`]
        : [`Not done: ${say('will')}.`]
    default:
      return []
  }
}

/** How a flag ended, as a sentence. */
export function sayDecision(flag: Pick<FlagRow, 'state' | 'verb' | 'decidedBy'>): string {
  if (flag.state === 'expired') return 'Nobody decided in time, so nothing was done. A person will get back to you.'
  if (flag.verb === 'take_over') return `${flag.decidedBy} has taken this over.`
  if (flag.verb === 'decline') return `${flag.decidedBy} declined it.`
  return `${flag.decidedBy} approved it.`
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

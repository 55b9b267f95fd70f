import type { ActionContext } from '#kernel/actions/definition.ts'
import type { ActionRow } from '#store/actions/action-rows.ts'
import { actionContext } from '../act/action-context.ts'
import { definitionOf } from '../act/judge.ts'
import type { DeskContext } from '../context.ts'
import { principalOf, type Viewer } from './viewer.ts'

/** Actions as sentences to a viewer, in their zone, each from its data. */
export async function sentencesFor(
  desk: DeskContext,
  viewer: Viewer,
  actions: readonly ActionRow[],
  tense: 'will' | 'done',
): Promise<string[]> {
  const context: ActionContext = await actionContext(desk, principalOf(viewer), [
    actions.map(({ args, before }) => [args, before]),
  ])
  return actions.map((action) => definitionOf(action.kind).say(action.args, action.before, tense, context))
}

const AGENTS: Readonly<Record<string, string>> = {
  scheduling: 'Scheduling',
  'lead-qualification': 'Leads',
  'crm-update': 'CRM',
  'outreach-draft': 'Outreach',
  sentiment: 'Sentiment',
  ask: 'Questions',
  desk: 'Desk',
}
/** An agent's name as pages write it. */
export const agentName = (id: string): string => AGENTS[id] ?? id

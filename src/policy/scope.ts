import { ACTIONS } from '#kernel/actions/catalogue.ts'

/** Agents by the section of the policy that governs them. */
export const AGENT_OF_SECTION: Readonly<Record<string, string>> = {
  scheduling: 'scheduling',
  leads: 'lead-qualification',
  crm: 'crm-update',
  outreach: 'outreach-draft',
  sentiment: 'sentiment',
}

const STORES = ['calendar', 'reminder', 'contact', 'deal', 'lead', 'mail', 'message', 'sentiment']

export const SCOPE_ERROR = 'an action such as calendar.move, a store such as calendar, or an agent such as scheduling'

/** Whether a learned rule may be limited to it. Actions of agents that are not there yet are taken by their form. */
export function isScope(scope: string): boolean {
  const [store = ''] = scope.split('.')
  return (
    ACTIONS.has(scope) ||
    STORES.includes(scope) ||
    Object.values(AGENT_OF_SECTION).includes(scope) ||
    STORES.includes(store)
  )
}

import { ACTIONS } from '#kernel/actions/catalogue.ts'

/** Agents by the section of the policy that governs them. */
export const AGENT_OF_SECTION: Readonly<Record<string, string>> = {
  scheduling: 'scheduling',
  leads: 'lead-qualification',
  crm: 'crm-update',
  outreach: 'outreach-draft',
  sentiment: 'sentiment',
}

/** What a learned rule may be limited to: action kinds, the stores they write (`calendar`), agents. */
export function scopes(): string[] {
  const kinds = [...ACTIONS.keys()]
  return [...new Set([...kinds, ...kinds.map(storeOf), ...Object.values(AGENT_OF_SECTION)])]
}

/** `calendar` of `calendar.move`. */
export const storeOf = (kind: string): string => kind.split('.')[0] ?? kind

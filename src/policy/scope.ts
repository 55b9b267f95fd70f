import { ACTIONS } from '#kernel/actions/catalogue.ts'
import type { Facts } from '#kernel/actions/definition.ts'

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

/** Whose section an action without a line of its own belongs to, by its store. */
const SECTION_OF_STORE: Readonly<Record<string, string>> = { lead: 'leads', alias: 'crm' }

/** The sections of the policy that govern an action. */
export function sectionsOf(kind: string, facts: Facts): string[] {
  const lines = [ACTIONS.get(kind)?.autonomy(facts) ?? []].flat()
  const named = lines.map((line) => line.split('.')[0] ?? line)
  return [...new Set(named.length > 0 ? named : [SECTION_OF_STORE[storeOf(kind)] ?? 'crm'])]
}

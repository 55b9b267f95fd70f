import { cleanLine, quoted } from '#kernel/display.ts'
import type { Band, Lead, LeadDraft } from '#kernel/lead.ts'
import { recordName } from '#kernel/record-name.ts'
import { memberById } from '#policy/people.ts'
import type { Policy } from '#policy/policy.ts'

/** `Pia Novak, Kite Ltd`: who a lead is, fit to stand inside a sentence. */
export function sayLead(lead: Pick<LeadDraft, 'person' | 'company'>): string {
  const name = recordName('lead', lead) ?? 'a lead without a name'
  const company = lead.company.name ?? lead.company.domain
  return company !== null && company !== name && !name.endsWith(`@${company}`)
    ? `${name}, ${cleanLine(company, 80)}`
    : name
}

/** What a lead counts as: a member's word before the points. */
export const bandOfLead = ({ override, score }: Pick<LeadDraft, 'override' | 'score'>): Band | null =>
  override?.band ?? score?.band ?? null

/** `82 hot`, `48 cold, set to hot by hand`; without points its status. */
export function sayScore({ override, score, status }: Pick<Lead, 'override' | 'score' | 'status'>): string {
  const said = score ? `${score.total} ${score.band}` : status.replaceAll('_', ' ')
  return override && override.band !== score?.band ? `${said}, set to ${override.band} by hand` : said
}

/** A member by their name in the policy. */
export const nameOf = (policy: Policy, id: string): string => memberById(policy, id)?.name ?? id

/** Words of a lead in their quotes, cut. */
export const sayWords = (words: string, most = 120): string =>
  quoted(words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words)

/** `12.5`, and no more digits than it takes. */
export const points = (number: number): string => String(Math.round(number * 10) / 10)

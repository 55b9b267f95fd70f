import { cleanLine } from '#kernel/display.ts'
import type { Lead } from '#kernel/lead.ts'
import type { RulingDraft } from '#kernel/ruling.ts'
import type { TeamFacts } from './facts.ts'
import { sayLead, sayScore } from './say.ts'

const MOST_CHOICES = 4

/** The lead that is meant, or what is said where there is none or more than one. */
export function theLead(
  ask: { who: string | null },
  { meant }: TeamFacts,
): { lead: Lead } | { otherwise: RulingDraft } {
  const [lead, second] = meant
  if (lead && !second) return { lead }
  const called = cleanLine(ask.who ?? 'it', 80)
  if (!lead) {
    const text =
      ask.who === null ? 'Which lead? Tell me a name, a company or an address.' : `I know no lead called "${called}".`
    return { otherwise: { type: 'answer', text } }
  }
  const choices = meant.slice(0, MOST_CHOICES).map((one) => ({
    label: `${sayLead(one)} (${sayScore(one)})`,
    value: one.id,
  }))
  const many = meant.length > MOST_CHOICES ? ` There are ${meant.length}; these are the likeliest.` : ''
  const text = `Which one do you mean by "${called}"?${many}`
  return { otherwise: { type: 'ask', question: { text, slots: ['lead'], choices } } }
}

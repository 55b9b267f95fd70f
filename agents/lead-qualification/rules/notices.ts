import { cleanLine, quoted } from '#kernel/display.ts'
import { sayMoney } from '#kernel/money.ts'
import type { Inbound } from '../request.ts'
import { nameFor } from './facts.ts'
import type { Notice } from './outcome.ts'
import type { Score } from './score/score.ts'

/** What a member reads of somebody who wrote: who, how they score, what they want, in their words. */
export function noticeAbout(request: Inbound, what: string, score: Score | null = null): string {
  const { person, company, budget, text } = request
  const who = [nameFor(person), company.name].filter((one) => one !== null).join(', ')
  const points = score ? ` (${score.band}, ${score.total})` : ''
  const money = budget && budget.value.amountMinor > 0 ? ` Budget: ${sayMoney(budget.value, budget.value.period)}.` : ''
  return `${what}: ${cleanLine(who)}${points}.${money} ${quoted(text.slice(0, 300))}`
}

/** A notice for somebody, in their working hours. */
export const tell = (to: string, text: string): Notice => ({ to, text, urgent: false, how: [] })

import { minorDigits } from '#kernel/money.ts'
import { evaluate, type Policy, ratesOf } from '#policy/policy.ts'
import type { Budget } from './known.ts'

/** Times a year an amount is paid; what is paid by the hour, day or week cannot be compared without knowing how many. */
const A_YEAR: Readonly<Record<string, number>> = { month: 12, quarter: 4, year: 1 }

/** What a budget comes to in a year, or once; null where that cannot be told. */
export function yearly({ amountMinor, period }: Budget): number | null {
  if (amountMinor === 0 || period === null) return amountMinor
  const times = A_YEAR[period]
  return times === undefined ? null : amountMinor * times
}

/** A budget as conditions of the policy compare it (`24000 EUR`), a year's worth; null where that cannot be told. */
export function amountFact(budget: Budget): string | null {
  const minor = yearly(budget)
  if (minor === null) return null
  const digits = minorDigits(budget.currency)
  return `${(minor / 10 ** digits).toFixed(digits)} ${budget.currency}`
}

/** Whether a budget reaches the policy's minimum; null where it cannot be told (another currency without a rate). */
export function reachesMinimum(budget: Budget, policy: Policy): boolean | null {
  if (budget.amountMinor === 0) return false
  const { minimumBudget } = policy.leads
  if (minimumBudget === null) return true
  const amount = amountFact(budget)
  if (amount === null) return null
  const least = {
    text: 'leads.minimum_budget',
    facts: ['amount'],
    expression: {
      type: 'compare' as const,
      fact: 'amount',
      comparator: '>=' as const,
      literals: [{ type: 'money' as const, value: minimumBudget }],
    },
  }
  const { answer } = evaluate(least, { amount }, ratesOf(policy))
  return answer === 'unknown' ? null : answer === 'yes'
}

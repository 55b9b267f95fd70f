import { minorDigits, sayMoney } from '#kernel/money.ts'
import type { QueryFacts, Row } from './facts.ts'
import { rateOf } from './pick.ts'

/**
 * What records come to: a sum for each currency and period, largest first. Different currencies are never added; where the
 * policy's `rates` say what they are worth, that is shown beside.
 */
export function sayTotals(rows: readonly Row[], facts: QueryFacts): string | null {
  const sums = new Map<string, { amountMinor: number; currency: string; period: string | null }>()
  let without = 0
  for (const { record } of rows) {
    if (!('amountMinor' in record)) continue
    const { amountMinor, currency, period } = record
    if (amountMinor === null || currency === null) {
      without += 1
      continue
    }
    const key = `${currency} ${period ?? ''}`
    const sum = sums.get(key) ?? { amountMinor: 0, currency, period }
    sums.set(key, { ...sum, amountMinor: sum.amountMinor + amountMinor })
  }
  if (sums.size === 0) return without > 0 ? 'None of them has an amount.' : null
  const list = [...sums.values()].sort((a, b) => b.amountMinor - a.amountMinor)
  const said = list.map((sum) => sayMoney(sum, sum.period)).join(' + ')
  const gaps = without > 0 ? `; ${without} without an amount` : ''
  return `Total: ${said}${converted(list, facts)}${gaps}.`
}

/** ` (about 51,300 EUR at the policy's rates)`, where it says all rates, and only of sums that are paid alike. */
function converted(
  sums: readonly { amountMinor: number; currency: string; period: string | null }[],
  facts: QueryFacts,
): string {
  const currencies = new Set(sums.map(({ currency }) => currency))
  const periods = new Set(sums.map(({ period }) => period))
  if (currencies.size < 2 || periods.size > 1) return ''
  const worth = sums.map(({ amountMinor, currency }) => {
    const rate = rateOf(currency, facts)
    return rate === null ? null : (amountMinor / 10 ** minorDigits(currency)) * rate
  })
  if (worth.includes(null)) return ''
  const sum = worth.reduce<number>((all, one) => all + (one ?? 0), 0)
  const amountMinor = Math.round(sum) * 10 ** minorDigits(facts.currency)
  return ` (about ${sayMoney({ amountMinor, currency: facts.currency }, sums[0]?.period ?? null)} at the policy's rates)`
}

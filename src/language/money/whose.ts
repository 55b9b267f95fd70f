import type { Context } from './context.ts'
import type { Currency } from './currency.ts'

/** The words name it, the company counts in it, the reader's country does, or it is what people mostly mean. */
export type Source = 'named' | 'company' | 'locale' | 'usual'

/** Which of the currencies that a sign or word may mean is meant. Codes of ISO 4217 begin with their country's. */
export function whose(context: Context, currency: Currency | null): { currency: string | null; source: Source | null } {
  const [first, ...others] = currency?.codes ?? []
  if (!currency || !first) return { currency: null, source: null }
  if (others.length === 0) return { currency: first, source: 'named' }
  if (context.currency && currency.codes.includes(context.currency))
    return { currency: context.currency, source: 'company' }
  const local = context.region && currency.codes.find((code) => code.startsWith(context.region))
  if (local) return { currency: local, source: 'locale' }
  return currency.usual ? { currency: first, source: 'usual' } : { currency: null, source: null }
}

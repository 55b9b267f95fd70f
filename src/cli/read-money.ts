import { type MoneyFinding, readMoney } from '#language/money.ts'

/** One line of `nightdesk read money`. */
export interface MoneyLine {
  id: string
  text: string
  /** BCP 47; English where absent. */
  locale?: string
  /** The company's currency, ISO 4217. */
  currency?: string
}

/** One find of the answer, without what only the agents use. */
export type MoneyFind = Pick<
  MoneyFinding,
  'text' | 'amount' | 'currency' | 'per' | 'each' | 'bound' | 'role' | 'tax' | 'ambiguous'
>

/** Every amount of money in the row's text; bare numbers are none. */
export function readMoneyLine(row: MoneyLine): { id: string; found: MoneyFind[] } {
  return { id: row.id, found: readMoney(row.text, { locale: row.locale, currency: row.currency }).map(find) }
}

const find = ({ text, amount, currency, per, each, bound, role, tax, ambiguous }: MoneyFinding): MoneyFind => ({
  text,
  amount,
  currency,
  per,
  each,
  bound,
  role,
  tax,
  ambiguous,
})

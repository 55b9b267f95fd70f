/** Millionths of a unit: prices of models have more places than coins. */
const MICROS = 1_000_000

/** How amounts become US dollars: the team's currency, and what a unit of another one is worth in it. */
export interface Exchange {
  currency: string
  rates: Readonly<Record<string, number>>
}

/**
 * An amount as the policy writes it (`0.075 USD`), in millionths of a US dollar. Where no rate says what its currency is worth,
 * a unit of it counts as a dollar.
 */
export function usdMicros(written: string, { currency, rates }: Exchange): number {
  const [amount = '0', unit = 'USD'] = written.trim().split(/\s+/)
  const inOwn = (code: string): number | undefined => (code === currency ? 1 : rates[code])
  const [own, dollar] = [inOwn(unit), inOwn('USD')]
  const factor = unit === 'USD' || own === undefined || dollar === undefined ? 1 : own / dollar
  return Math.round(Number(amount) * factor * MICROS)
}

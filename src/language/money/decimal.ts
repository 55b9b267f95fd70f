/** An amount as digits without exponent: whole units alone ("1200"), else with at least the coin's digits ("0.10"). */
export function decimalText(value: number, digits: number): string {
  const exact = Number(value.toPrecision(15))
  if (exact === 0) return '0'
  if (Number.isInteger(exact)) return String(exact)
  const shortest = String(exact).includes('e') ? exact.toFixed(20).replace(/0+$/, '') : String(exact)
  const decimals = shortest.length - shortest.indexOf('.') - 1
  return shortest + '0'.repeat(Math.max(0, digits - decimals))
}

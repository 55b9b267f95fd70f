import { describe, expect, test } from 'vitest'
import { type MoneyFinding, type MoneyOptions, readMoney } from '../money.ts'

/** `1200 USD/month atMost net`, alternatives after `|`, several finds parted by `, `. */
function say(text: string, options: MoneyOptions): string {
  return readMoney(text, options).map(brief).join(', ')
}

function brief({ amount, currency, per, each, bound, role, tax, alternatives }: MoneyFinding): string {
  const rate = `${per ? `/${per}` : ''}${each ? `/${each}` : ''}`
  const rest = [bound, role, tax].filter(Boolean).map((word) => ` ${word}`)
  return `${amount} ${currency}${rate}${rest.join('')}${alternatives.map((other) => ` | ${other.amount}`).join('')}`
}

type Rows = readonly (readonly [text: string, read: string])[]

/** A test for each row: a text, and what is read in it as `brief` writes it. */
export function table(name: string, options: MoneyOptions, rows: Rows): void {
  describe(name, () => {
    test.each(rows)('%s', (text, read) => expect(say(text, options)).toBe(read))
  })
}

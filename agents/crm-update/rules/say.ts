import { DateTime } from 'luxon'
import { minorDigits } from '#kernel/money.ts'
import { accountOf, type Entry, labelOf } from '../names.ts'
import { spoken } from '../read/stage.ts'
import { type Facts, nameOfOwner, type RecordPolicy } from './facts.ts'

/** `24,000 EUR`. */
export function sayMoney(amountMinor: number, currency: string): string {
  const digits = minorDigits(currency)
  const amount = amountMinor / 10 ** digits
  const options = { minimumFractionDigits: Number.isInteger(amount) ? 0 : digits, maximumFractionDigits: digits }
  return `${new Intl.NumberFormat('en-GB', options).format(amount)} ${currency}`
}

/** `Mon 30 Nov 2026`. */
export const sayDay = (date: string): string =>
  DateTime.fromISO(date, { zone: 'Etc/UTC', locale: 'en-GB' }).toFormat('ccc d LLL yyyy')

/** How a record is told from others of its name: `Acme Ltd (Mia, 24,000 EUR, proposal)`. */
export function describe(entry: Entry, { book }: Facts, policy: RecordPolicy): string {
  const owner = nameOfOwner(entry.record.owner, policy)
  const told = detailsOf(entry, book)
  const details = [owner, ...told].filter((one) => one !== null && one !== '')
  return `${labelOf(entry, book)}${details.length === 0 ? '' : ` (${details.join(', ')})`}`
}

function detailsOf(entry: Entry, book: Facts['book']): (string | null)[] {
  switch (entry.kind) {
    case 'account':
      return [entry.record.country]
    case 'contact':
      return [entry.record.company, entry.record.emails[0] ?? entry.record.phones[0] ?? null]
    case 'deal': {
      const { amountMinor, currency, stage, company } = entry.record
      const account = accountOf(entry.record, book)?.name ?? company
      const amount = amountMinor !== null && currency ? sayMoney(amountMinor, currency) : null
      return [account === labelOf(entry, book) ? null : account, amount, stage ? spoken(stage) : null]
    }
  }
}

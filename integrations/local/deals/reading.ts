import { type DealDraft, PERIODS } from '#kernel/deal.ts'
import { quoted } from '#kernel/display.ts'
import { nearest } from '#policy/nearest.ts'
import { type Reading, RowProblem } from '../csv/table.ts'
import { amountIn, currencyIn, dateIn } from './cells.ts'

/** The columns of a file of deals, in the order of an export; `amount` is in main units. */
export const DEAL_COLUMNS = [
  'name',
  'account',
  'contact',
  'company',
  'pipeline',
  'stage',
  'amount',
  'currency',
  'period',
  'closeDate',
  'owner',
  'nextStep',
  'lostReason',
  'status',
  'notes',
] as const
export type DealColumn = (typeof DEAL_COLUMNS)[number]

const MOST_DEALS = 100_000

/**
 * How a CSV file of deals is read: words as they were written, values checked.
 * @param stages of the policy, in order
 * @param currency of the company, for amounts that name none
 */
export const dealReading = (stages: readonly string[], currency: string): Reading<DealColumn, DealDraft> => ({
  what: 'deals',
  most: MOST_DEALS,
  idPrefix: 'd',
  fields: DEAL_COLUMNS,
  aliases: {
    id: ['deal id', 'record id', 'opportunity id'],
    name: ['deal name', 'title', 'deal', 'opportunity name'],
    account: ['account id', 'company id'],
    contact: ['contact id'],
    company: ['company name', 'organization', 'organisation', 'account name'],
    stage: ['deal stage'],
    amount: ['value', 'deal value'],
    closeDate: ['close date', 'expected close date'],
    owner: ['deal owner', 'owner email', 'assigned to'],
    nextStep: ['next step'],
    lostReason: ['lost reason', 'closed lost reason'],
    notes: ['note', 'comments'],
  },
  oneOf: ['name', 'company', 'contact'],
  read({ cells: { amount, ...words }, custom }) {
    const named = currencyIn(words.currency) ?? (amount === null ? null : currency)
    return {
      name: words.name,
      account: words.account,
      contact: words.contact,
      company: words.company,
      pipeline: words.pipeline,
      stage: oneOfThem('stage', words.stage, stages),
      amountMinor: amount === null || named === null ? null : amountIn(amount, named),
      currency: named,
      period: oneOfThem('period', words.period, PERIODS),
      closeDate: dateIn(words.closeDate),
      owner: words.owner,
      nextStep: words.nextStep,
      lostReason: words.lostReason,
      status: words.status,
      notes: words.notes,
      custom,
    }
  },
  who: (deal) => JSON.stringify([deal.name, deal.company ?? deal.contact]),
})

const fold = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, ' ')

/** The name that a cell means, whatever its case and whether `closed won` or `closed_won`. @throws RowProblem */
function oneOfThem<Name extends string>(what: string, cell: string | null, known: readonly Name[]): Name | null {
  if (cell === null) return null
  const meant = known.find((name) => name === cell) ?? known.find((name) => fold(name) === fold(cell.trim()))
  if (meant) return meant
  const near = nearest(cell, known)
  throw new RowProblem(
    near
      ? `there is no ${what} ${quoted(cell)}; the nearest is ${near}`
      : `there is no ${what} ${quoted(cell)} (there are: ${known.join(', ')})`,
  )
}

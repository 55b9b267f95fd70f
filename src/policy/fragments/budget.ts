import type { z } from 'zod'
import { keys, money, named, oneOf, text } from '../kinds.ts'
import { type Exchange, usdMicros } from './usd.ts'

export const Budget = keys({
  per_task: money.prefault('0.05 EUR').describe('what the model may cost for one task'),
  per_day: money.prefault('5 EUR').describe('what the model may cost in a day'),
  per_agent: named(text, money)
    .prefault({})
    .describe('what it may cost in a day for one agent, such as {crm-update: 1 EUR}'),
  on_exceed: oneOf(['rules_only', 'stop'])
    .prefault('rules_only')
    .describe('then: go on without a model, or stop (whatever would be done is asked first)'),
})

/** Amounts in millionths of a US dollar. */
export function budgetOf(file: z.output<typeof Budget>, exchange: Exchange) {
  const perAgent = Object.entries(file.per_agent).map(
    ([agent, amount]) => [agent, usdMicros(amount, exchange)] as const,
  )
  return {
    perTaskUsdMicros: usdMicros(file.per_task, exchange),
    perDayUsdMicros: usdMicros(file.per_day, exchange),
    perAgentUsdMicros: Object.fromEntries(perAgent) as Readonly<Record<string, number>>,
    onExceed: file.on_exceed,
  }
}

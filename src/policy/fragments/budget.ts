import type { z } from 'zod'
import { keys, money, oneOf } from '../kinds.ts'
import { moneyOf } from '../spans.ts'

export const Budget = keys({
  per_task: money.prefault('0.05 EUR').describe('what the model may cost for one task'),
  per_day: money.prefault('5 EUR').describe('what the model may cost in a day'),
  on_exceed: oneOf(['rules_only', 'stop']).prefault('rules_only').describe('then: go on without a model, or stop'),
})

export function budgetOf(file: z.output<typeof Budget>) {
  return { perTask: moneyOf(file.per_task), perDay: moneyOf(file.per_day), onExceed: file.on_exceed }
}

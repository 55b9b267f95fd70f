import type { z } from 'zod'
import { count, duration, flag, keys, money, named, text } from '../kinds.ts'
import { durationMs, moneyOf } from '../spans.ts'

const Price = keys({
  input: money.describe('a million tokens read'),
  output: money.describe('a million tokens written'),
})

export const Model = keys({
  enabled: flag.prefault(true).describe('false: rules and people only, whatever keys are set'),
  tiers: keys({
    small: text.optional().meta({ example: 'a-small-model' }).describe('model that reads'),
    large: text.optional().meta({ example: 'a-large-model' }).describe('model that writes'),
  })
    .prefault({})
    .describe('names as the provider has them'),
  prices: named(text, Price)
    .prefault({})
    .describe('what a million tokens cost, by model, such as {my-model: {input: 0.4 USD, output: 1.6 USD}}'),
  caps: keys({
    calls_per_task: count(0, 100).prefault(3).describe('model calls for one task'),
    tokens_per_task: count(0, 10_000_000).prefault(20_000).describe('tokens for one task'),
    tokens_per_day: count(0, 1_000_000_000).prefault(1_000_000).describe('tokens in a day'),
    timeout: duration.prefault('20s').describe('for one call'),
  })
    .prefault({})
    .describe('limits beside `budget`'),
})

export function modelOf(file: z.output<typeof Model>) {
  const prices = Object.entries(file.prices).map(([name, price]) => {
    return [name, { inputPerMillion: moneyOf(price.input), outputPerMillion: moneyOf(price.output) }] as const
  })
  return {
    enabled: file.enabled,
    tiers: { small: file.tiers.small ?? null, large: file.tiers.large ?? null },
    prices: Object.fromEntries(prices),
    caps: {
      callsPerTask: file.caps.calls_per_task,
      tokensPerTask: file.caps.tokens_per_task,
      tokensPerDay: file.caps.tokens_per_day,
      timeoutMs: durationMs(file.caps.timeout),
    },
  }
}

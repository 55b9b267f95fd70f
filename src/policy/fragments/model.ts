import type { z } from 'zod'
import { count, duration, flag, keys, money, named, oneOf, text } from '../kinds.ts'
import { durationMs } from '../spans.ts'
import { type Exchange, usdMicros } from './usd.ts'

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
    .describe('names as the provider has them; with one of them alone, that one does both'),
  prices: named(text, Price)
    .prefault({})
    .describe(
      'what a million tokens cost, by model, such as {my-model: {input: 0.4 USD, output: 1.6 USD}}; a model on this machine costs nothing, one without a price counts as dear',
    ),
  caps: keys({
    calls_per_task: count(0, 100).prefault(3).describe('model calls for one task'),
    tokens_per_task: count(0, 10_000_000).prefault(20_000).describe('tokens for one task'),
    tokens_per_day: count(0, 1_000_000_000).prefault(1_000_000).describe('tokens in a day'),
    tokens_per_answer: count(16, 32_000).prefault(800).describe('tokens of one answer'),
    characters: count(500, 100_000)
      .prefault(12_000)
      .describe(
        'longest text given to a model; of a longer one it is given the first two thirds of that and the last third',
      ),
    at_once: count(1, 200).prefault(16).describe('calls under way at the same time; others wait their turn'),
    timeout: duration.prefault('20s').describe('for one question, with everything tried again'),
  })
    .prefault({})
    .describe('limits beside `budget`'),
  rephrases: flag
    .prefault(false)
    .describe(
      'true: the large model may say answers to leads otherwise; names, times, amounts and links stay as the desk wrote them',
    ),
  answers_by: oneOf(['function', 'json'])
    .prefault('function')
    .describe('how it gives an answer: by a function call, or as JSON, for servers that know no functions'),
})

/** What a million tokens cost, in millionths of a US dollar. */
export interface ModelPrice {
  inputUsdMicros: number
  outputUsdMicros: number
}

export function modelOf(file: z.output<typeof Model>, exchange: Exchange) {
  const prices = Object.entries(file.prices).map(([name, { input, output }]) => {
    const price: ModelPrice = {
      inputUsdMicros: usdMicros(input, exchange),
      outputUsdMicros: usdMicros(output, exchange),
    }
    return [name, price] as const
  })
  const { small, large } = file.tiers
  return {
    enabled: file.enabled,
    tiers: { small: small ?? large ?? null, large: large ?? small ?? null },
    prices: Object.fromEntries(prices) as Readonly<Record<string, ModelPrice>>,
    caps: {
      callsPerTask: file.caps.calls_per_task,
      tokensPerTask: file.caps.tokens_per_task,
      tokensPerDay: file.caps.tokens_per_day,
      tokensPerAnswer: file.caps.tokens_per_answer,
      characters: file.caps.characters,
      atOnce: file.caps.at_once,
      timeoutMs: durationMs(file.caps.timeout),
    },
    rephrases: file.rephrases,
    answersBy: file.answers_by,
  }
}

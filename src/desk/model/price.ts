import type { Policy } from '#policy/policy.ts'
import type { ModelProvider, ModelRequest, Tokens } from '#ports/model-provider.ts'
import type { Spent } from '#store/model/calls.ts'

/** Per million tokens, in millionths of a US dollar: what a model counts as that the policy has no price for. Dearer than most. */
export const DEAR = { inputUsdMicros: 5_000_000, outputUsdMicros: 20_000_000 }

/** What the form of a request may add to its texts, in tokens. */
const FORM_TOKENS = 200

export type PriceOf = (model: string) => { inputUsdMicros: number; outputUsdMicros: number }

/** What models cost by the policy; on this machine, nothing. */
export const priceIn =
  ({ prices }: Policy['model'], { local }: Pick<ModelProvider, 'local'>): PriceOf =>
  (model) =>
    prices[model] ?? (local ? { inputUsdMicros: 0, outputUsdMicros: 0 } : DEAR)

/** The most that a request can use: no token is shorter than a byte, and no answer longer than it may be. */
export function mostOf(request: Omit<ModelRequest, 'signal'>, price: PriceOf): Spent {
  const texts = [
    request.system,
    request.user,
    JSON.stringify(request.schema),
    request.again?.said,
    request.again?.problem,
  ]
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text ?? ''), 0)
  return spent({ input: bytes + FORM_TOKENS, output: request.maxOutputTokens }, request.model, price)
}

/** What tokens cost; a fraction of a millionth counts as one. */
export function spent({ input, output }: NonNullable<Tokens>, model: string, price: PriceOf): Spent {
  const { inputUsdMicros, outputUsdMicros } = price(model)
  const usdMicros = Math.ceil((input * inputUsdMicros + output * outputUsdMicros) / 1_000_000)
  return { inputTokens: input, outputTokens: output, usdMicros }
}

/**
 * What a request did use. A provider that does not say counts as having used the most there was to use, and so does one that says
 * more than that, or something that is no count.
 */
export function usedOf(tokens: Tokens, most: Spent, model: string, price: PriceOf): Spent {
  const within = (count: number | undefined, limit: number): number =>
    Number.isSafeInteger(count) && (count as number) >= 0 ? Math.min(count as number, limit) : limit
  if (!tokens) return most
  const input = within(tokens.input, most.inputTokens)
  const output = within(tokens.output, most.outputTokens)
  return spent({ input, output }, model, price)
}

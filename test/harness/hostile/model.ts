import fc from 'fast-check'
import type { Model, ModelAnswer, ModelAsk } from '#ports/model.ts'
import type { Models } from '#ports/models.ts'
import { piecesOf, worstOf } from './worst.ts'

/** What one prompt held: everything that left the house. */
export interface Prompt {
  name: string
  /** All words of it but those of the message. */
  own: string
  text: string
}

export interface HostileModels extends Models {
  readonly prompts: Prompt[]
  /** Answers that were of the asked shape. */
  readonly believed: number
}

const usage = { calls: 1, inputTokens: 1, outputTokens: 1, usdMicros: 0 }

/** A model that, asked for anything, answers the worst that the schema lets through: the same seed answers the same. */
export function hostileModels(seed: number): HostileModels {
  let asked = 0
  let believed = 0
  const prompts: Prompt[] = []
  const model: Model = {
    name: 'hostile',
    async ask<T>({ schema, text, name, instruction, facts }: ModelAsk<T>): Promise<ModelAnswer<T>> {
      prompts.push({ name, own: `${instruction}\n${JSON.stringify(facts ?? {})}`, text })
      const [answer] = fc.sample(worstOf(schema, {}, piecesOf(text)), { numRuns: 1, seed: seed + ++asked })
      const parsed = schema.safeParse(answer)
      if (!parsed.success) return { ok: false, why: 'garbage', usage }
      believed++
      return { ok: true, value: parsed.data, usage }
    },
  }
  return {
    prompts,
    get believed() {
      return believed
    },
    for: () => model,
  }
}

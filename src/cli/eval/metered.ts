import type { Model, ModelAsk, ModelUsage } from '#ports/model.ts'
import type { Models } from '#ports/models.ts'
import { addUsage, NO_USAGE } from './case.ts'

/** What a whole evaluation may cost and has cost, millionths of a US dollar. */
export interface Purse {
  readonly mostUsdMicros: number
  spentUsdMicros: number
}

/** Models that count what they use, and are asked nothing more once the purse is empty. */
export interface Metered {
  models: Models
  /** What was used since it was last taken. */
  take(): ModelUsage
}

/** Counts what one desk asks of the models. Calls that are under way when the purse runs empty are still paid. */
export function metered(models: Models, purse: Purse): Metered {
  let used = NO_USAGE
  const counted = (model: Model): Model => ({
    name: model.name,
    async ask<T>(ask: ModelAsk<T>) {
      if (purse.spentUsdMicros >= purse.mostUsdMicros) return { ok: false, why: 'cap', usage: NO_USAGE }
      const answer = await model.ask(ask)
      used = addUsage(used, answer.usage)
      purse.spentUsdMicros += answer.usage.usdMicros
      return answer
    },
  })
  return {
    models: {
      for(account) {
        const model = models.for(account)
        return model && counted(model)
      },
    },
    take() {
      const taken = used
      used = NO_USAGE
      return taken
    },
  }
}

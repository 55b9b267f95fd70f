import type { Model, ModelAnswer, ModelAsk, ModelFailure } from '#ports/model.ts'
import type { Scenario } from './scenario.ts'

/** What a model was asked, without the schema of the answer. */
export type Asked = Omit<ModelAsk<unknown>, 'schema'>

/** A model whose answers somebody wrote down, for scenarios and tests; it keeps what it was asked. */
export interface WrittenModel extends Model {
  readonly asked: Asked[]
}

const usage = { calls: 1, inputTokens: 0, outputTokens: 0, usdMicros: 0 }

/** A model that answers as told, whatever that is: what is not of the schema is garbage, `undefined` is a refusal. */
export function modelThat(says: (asked: Asked) => unknown): WrittenModel {
  const asked: Asked[] = []
  return {
    name: 'written',
    asked,
    async ask<T>({ schema, ...ask }: ModelAsk<T>): Promise<ModelAnswer<T>> {
      asked.push(ask)
      const answer = says(ask)
      if (answer === undefined) return { ok: false, why: 'refused', usage }
      const parsed = schema.safeParse(answer)
      return parsed.success ? { ok: true, value: parsed.data, usage } : { ok: false, why: 'garbage', usage }
    },
  }
}

/** A model that fails in one way, whatever it is asked. */
export function modelThatFails(why: ModelFailure): WrittenModel {
  const model = modelThat(() => undefined)
  return {
    ...model,
    async ask({ schema: _schema, ...ask }) {
      model.asked.push(ask)
      return { ok: false, why, usage }
    },
  }
}

/** The model of a scenario: it answers what is written there, and refuses everything else. */
export const modelOf = ({ model }: Pick<Scenario, 'model'>): WrittenModel =>
  modelThat(({ name, text }) => model.find((one) => one.step === name && one.text === text)?.says)

import type { Model, ModelAsk, ModelFailure } from '#ports/model.ts'
import type { Models } from '#ports/models.ts'
import { type Asked, addUsage, NO_USAGE } from './case.ts'

/** Models that count what one desk asks of them. */
export interface Metered {
  models: Models
  /** What was asked since it was last taken. */
  take(): Asked
}

/** More events than a scenario has. */
const EVENTS_OF_ONE = 100_000

/** Counts what one desk asks. The caps of a task hold for each desk's own: `nth` keeps their tasks and events apart. */
export function metered(models: Models, nth: number): Metered {
  let usage = NO_USAGE
  let unanswered: ModelFailure[] = []
  const counted = (model: Model): Model => ({
    name: model.name,
    async ask<T>(ask: ModelAsk<T>) {
      const answer = await model.ask(ask)
      usage = addUsage(usage, answer.usage)
      if (!answer.ok) unanswered.push(answer.why)
      return answer
    },
  })
  return {
    models: {
      for({ agent, task, event }) {
        const own = {
          agent,
          task: task === null ? null : `${nth}:${task}`,
          event: event === null ? null : nth * EVENTS_OF_ONE + event,
        }
        const model = models.for(own)
        return model && counted(model)
      },
    },
    take() {
      const taken = { usage, unanswered }
      usage = NO_USAGE
      unanswered = []
      return taken
    },
  }
}

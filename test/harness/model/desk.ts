import { z } from 'zod'
import { openProvider } from '#app/models.ts'
import type { ModelAnswer, ModelAsk } from '#ports/model.ts'
import type { ModelProvider } from '#ports/model-provider.ts'
import type { ModelAccount } from '#ports/models.ts'
import type { Operation } from '#ports/sql.ts'
import { statement } from '#store/over.ts'
import { type Script, type ScriptedDesk, type ScriptedOptions, scriptedDesk } from '../scripted.ts'
import { type Answer, ModelServer } from './server.ts'

/** Lines of a policy with a model that costs a dollar a million tokens, and little patience. */
export function modelPolicy(caps: Record<string, string | number> = {}, more = ''): string {
  const all = { timeout: '2s', calls_per_task: 100, tokens_per_task: 1_000_000, ...caps }
  const price = { input: '1 USD', output: '1 USD' }
  const model = {
    tiers: { small: 'reader-1', large: 'writer-1' },
    prices: { 'reader-1': price, 'writer-1': price },
    caps: all,
  }
  return `\nmodel: ${JSON.stringify(model)}\n${more}`
}

/** Which day is meant? */
export const Day = z.object({ day: z.enum(['monday', 'tuesday']) })
export const MONDAY = { day: 'monday' }

export interface ModelDesk extends ScriptedDesk {
  server: ModelServer
  provider: ModelProvider
  /** Asks which day is meant. */
  ask(text?: string, account?: Partial<ModelAccount>, over?: Partial<ModelAsk<unknown>>): Promise<ModelAnswer<unknown>>
  calls(): Promise<CallRow[]>
}

/** A whole desk with the real client, on a server of its own that answers as it is told. */
export async function modelDesk(
  script: readonly Answer[],
  { policy = modelPolicy(), agent = {}, ...options }: ScriptedOptions & { agent?: Script } = {},
): Promise<ModelDesk> {
  const server = await ModelServer.open(...script)
  const provider = await openProvider({ OPENAI_BASE_URL: server.url })
  if (!provider) throw new Error('no provider')
  const desk = await scriptedDesk(agent, { ...options, policy, provider })
  const { context } = desk.composition
  return {
    ...desk,
    server,
    provider,
    ask(text = 'tue pls', account = {}, over = {}) {
      const model = context.models.for({ agent: 'scheduling', task: null, event: null, ...account })
      if (!model) throw new Error('no model')
      return model.ask({ tier: 'small', name: 'day', instruction: 'Which day?', text, schema: Day, ...over })
    },
    calls: () => context.sql.read(allCalls),
  }
}

export interface CallRow {
  agent: string
  task: string | null
  tier: string
  model: string
  outcome: string
  input_tokens: number
  output_tokens: number
  usd_micros: number
}
const rows = statement((_$: Record<never, never>, db) => db.selectFrom('model_calls').selectAll().orderBy('id'))
/** Every call that was paid for, the oldest first. */
export function* allCalls(): Operation<CallRow[]> {
  return yield* rows({})
}

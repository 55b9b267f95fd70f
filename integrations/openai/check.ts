import type { ModelRequest, Wanted } from '#ports/model-provider.ts'
import type { PlugFinding } from '#ports/plug.ts'
import { OpenAiProvider } from './provider.ts'
import type { OpenAiSettings } from './settings.ts'

const PATIENCE_MS = 15_000

/** One real and very small call with each model. */
export async function checkModels(settings: OpenAiSettings, { models, answersBy }: Wanted): Promise<PlugFinding[]> {
  if (models.length === 0)
    return [
      {
        state: 'warn',
        says: `${settings.apiKey ? 'OPENAI_API_KEY' : 'OPENAI_BASE_URL'} is set, and the policy names no model: give model.tiers.small one, or none is asked.`,
      },
    ]
  const provider = new OpenAiProvider(settings)
  const found = await Promise.all(models.map((model) => checkModel(provider, settings, { ...PING, answersBy, model })))
  // What is wrong with the server is wrong for each model, and said once.
  return found.filter(({ says }, at) => found.findIndex((one) => one.says === says) === at)
}

async function checkModel(
  provider: OpenAiProvider,
  { baseUrl }: OpenAiSettings,
  ping: Omit<ModelRequest, 'signal'>,
): Promise<PlugFinding> {
  const { model } = ping
  const reply = await provider.complete({ ...ping, signal: AbortSignal.timeout(PATIENCE_MS) })
  if (reply.type === 'failed') {
    const state = reply.retry || reply.why === 'slow' ? 'warn' : 'fail'
    return { state, says: `${reply.problem}.` }
  }
  if (reply.type === 'answer') return { state: 'ok', says: `${model} answers at ${baseUrl}.` }
  return {
    state: 'warn',
    says: `${model} answers at ${baseUrl}, but not in the form it is asked for; set model.answers_by to json, or name another model.`,
  }
}

const PING: Omit<ModelRequest, 'model' | 'signal' | 'answersBy'> = {
  system: 'Answer with ok: true.',
  user: '{}',
  again: null,
  name: 'ping',
  schema: { type: 'object', properties: { ok: { type: 'boolean' } }, required: ['ok'], additionalProperties: false },
  maxOutputTokens: 64,
}

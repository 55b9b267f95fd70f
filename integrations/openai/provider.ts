import { ChatOpenAICompletions } from '@langchain/openai'
import type { ModelProvider, ModelReply, ModelRequest } from '#ports/model-provider.ts'
import { faultOf } from './fault.ts'
import { boundedFetch } from './fetch.ts'
import { replyOf } from './reply.ts'
import type { OpenAiSettings } from './settings.ts'

/** Stands in for a key where none is needed: the client does not start without one. */
const NO_KEY = 'none'

/** Models that think before they write take no temperature. */
const THINKS = /^(?:o\d|gpt-5|gpt-6)/

type Params = Parameters<ChatOpenAICompletions['completionWithRetry']>[0]

/**
 * OpenAI, or a server that speaks its interface, through LangChain's client. One request is one call: whether it is tried again is
 * the desk's affair. What comes back is read as it came: made into a message of LangChain's, it loses refusals, its usage where
 * there is no answer, and says so on the console where arguments are no JSON.
 */
export class OpenAiProvider implements ModelProvider {
  readonly name = 'openai'
  readonly local: boolean
  readonly #settings: OpenAiSettings
  readonly #clients = new Map<string, ChatOpenAICompletions>()

  constructor(settings: OpenAiSettings) {
    this.#settings = settings
    this.local = settings.local
  }

  async complete(request: ModelRequest): Promise<ModelReply> {
    const { signal } = request
    try {
      signal.throwIfAborted()
      const client = this.#clientFor(request.model, request.maxOutputTokens)
      const params = {
        ...client.invocationParams(formOf(request)),
        messages: messagesOf(request),
        stream: false,
      } as Params
      return replyOf(await client.completionWithRetry(params, { signal }))
    } catch (error) {
      return faultOf(signal.aborted ? signal.reason : error, this.#settings, request.model)
    }
  }

  #clientFor(model: string, maxTokens: number): ChatOpenAICompletions {
    const key = `${model} ${maxTokens}`
    let client = this.#clients.get(key)
    if (!client) {
      const { apiKey, baseUrl } = this.#settings
      client = new ChatOpenAICompletions({
        model,
        maxTokens,
        apiKey: apiKey ?? NO_KEY,
        maxRetries: 0,
        ...(!THINKS.test(model) && { temperature: 0 }),
        configuration: { baseURL: baseUrl, fetch: boundedFetch },
      })
      this.#clients.set(key, client)
    }
    return client
  }
}

type Said = { role: 'system' | 'user' | 'assistant'; content: string }

function messagesOf({ system, user, again, answersBy, name, schema }: ModelRequest): Said[] {
  const form =
    answersBy === 'function'
      ? `Give the answer by calling ${name}.`
      : `Give the answer as one JSON object, without anything round it, that this JSON Schema allows:\n${JSON.stringify(schema)}`
  const repair: Said[] = again
    ? [
        { role: 'assistant', content: again.said || '(nothing)' },
        { role: 'user', content: `That cannot be used: ${again.problem}. ${form}` },
      ]
    : []
  return [{ role: 'system', content: `${system}\n\n${form}` }, { role: 'user', content: user }, ...repair]
}

function formOf({ answersBy, name, schema }: ModelRequest): ChatOpenAICompletions['ParsedCallOptions'] {
  if (answersBy === 'json') return { response_format: { type: 'json_object' } }
  return {
    tools: [{ type: 'function', function: { name, description: 'Gives the answer.', parameters: { ...schema } } }],
    tool_choice: { type: 'function', function: { name } },
  }
}

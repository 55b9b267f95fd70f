import { z } from 'zod'
import type { ModelReply, Tokens } from '#ports/model-provider.ts'

/** What is read of a chat completion (openai-openapi, CreateChatCompletionResponse); whatever else stands in it is left alone. */
const Completion = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish().catch(null),
        message: z.object({
          content: z.string().nullish(),
          refusal: z.string().nullish(),
          tool_calls: z.array(z.object({ function: z.object({ name: z.string(), arguments: z.string() }) })).nullish(),
        }),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish().catch(null),
})

/** The whole of an answer, or the one block of code in it, is taken; JSON amid prose is not. */
const FENCED = /^\s*```(?:json)?\s*\n([\s\S]*?)\n?\s*```\s*$/

/** What a provider said, by its form: a function's arguments, or JSON in the text, fenced or not. */
export function replyOf(completion: unknown): ModelReply {
  const parsed = Completion.safeParse(completion)
  if (!parsed.success) return { type: 'garbage', said: '', problem: 'it was no chat completion', tokens: null }
  const { choices, usage } = parsed.data
  const tokens: Tokens = usage ? { input: usage.prompt_tokens, output: usage.completion_tokens } : null
  const [choice] = choices
  const { content, refusal, tool_calls: calls } = choice?.message ?? {}
  if (refusal || choice?.finish_reason === 'content_filter') return { type: 'refused', tokens }
  const said = calls?.[0]?.function.arguments ?? content ?? ''
  const garbage = (problem: string): ModelReply => ({ type: 'garbage', said, problem, tokens })
  if (said.trim() === '') return garbage('it was empty')
  const json = FENCED.exec(said)?.[1] ?? said
  if (isDeep(json)) return garbage('it was nested too deep')
  const value = parsedJson(json)
  if (value !== undefined) return { type: 'answer', value, said, tokens }
  return garbage(choice?.finish_reason === 'length' ? 'it was cut off: be shorter' : 'it was not JSON alone')
}

/** Deeper than anything that is asked for, and than what walks through values can take. */
const DEEPEST = 64

function isDeep(json: string): boolean {
  let depth = 0
  let quoted = false
  for (let at = 0; at < json.length; at++) {
    const sign = json[at]
    if (quoted && sign === '\\') at++
    else if (sign === '"') quoted = !quoted
    else if (!quoted && (sign === '[' || sign === '{')) depth++
    else if (!quoted && (sign === ']' || sign === '}')) depth--
    if (depth > DEEPEST) return true
  }
  return false
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

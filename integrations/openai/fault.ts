import type { ModelReply } from '#ports/model-provider.ts'
import { BadAnswer } from './fetch.ts'
import type { OpenAiSettings } from './settings.ts'

type Failed = Extract<ModelReply, { type: 'failed' }>

/** What the client's errors carry, as far as it is looked at (openai-node, src/core/error.ts). */
interface Thrown {
  status?: number
  headers?: { get(name: string): string | null }
  code?: string | null
  message?: string
}

/**
 * What an error of the client means, with a sentence for whoever runs the desk. Nothing of the provider's own text is in it: that
 * may quote the request.
 */
export function faultOf(error: unknown, { baseUrl }: OpenAiSettings, model: string): ModelReply {
  const { status, headers, code, message = '' } = error as Thrown
  const names = chainOf(error).map((one) => `${one.name} ${one.constructor.name}`)
  const isOne = (pattern: RegExp): boolean => names.some((name) => pattern.test(name))
  const bad = chainOf(error).find((one) => one instanceof BadAnswer)
  if (bad?.why === 'not_json') return failed(notSuchAServer(baseUrl))
  if (bad) return { type: 'garbage', said: '', problem: 'it was far too long: be shorter', tokens: null }
  if (isOne(/Abort|Timeout/))
    return failed(`${baseUrl} took too long; look at that server, or raise model.caps.timeout`, {
      why: 'slow',
      billed: true,
    })
  if (isOne(/ContextOverflow/) || /context_length_exceeded|context (?:length|window)/i.test(`${code} ${message}`))
    return failed(`the text is longer than ${model} takes; lower model.caps.characters`, { why: 'too_long' })
  if (isOne(/APIConnection/))
    return failed(`${baseUrl} cannot be reached, or broke off; look at OPENAI_BASE_URL and the network`, {
      retry: true,
      billed: !chainOf(error).some((one) => 'code' in one && NEVER_SENT.has(String(one.code))),
    })
  if (status === undefined) return { type: 'garbage', said: '', problem: 'it was no chat completion', tokens: null }
  return refusalOf(status, { baseUrl, model, code: code ?? null, afterMs: waitOf(headers?.get('retry-after') ?? null) })
}

interface Refused {
  baseUrl: string
  model: string
  code: string | null
  afterMs: number | null
}

/** What a status says (OpenAI's guide to error codes, platform.openai.com/docs/guides/error-codes). */
function refusalOf(status: number, { baseUrl, model, code, afterMs }: Refused): Failed {
  if (status >= 300 && status < 400) return failed(notSuchAServer(baseUrl))
  if (status >= 500)
    return failed(`${baseUrl} answers with status ${status}, which is for whoever runs that server to mend`, {
      retry: true,
      afterMs,
    })
  if (status === 429 && code === 'insufficient_quota')
    return failed('the account of OPENAI_API_KEY has no money left; top it up')
  if (status === 429)
    return failed(`${baseUrl} is asked too often; lower model.caps.at_once, or have its limit raised`, {
      retry: true,
      afterMs,
    })
  if (status === 401) return failed(`${baseUrl} does not take OPENAI_API_KEY; make a new one and put it into .env`)
  if (status === 403)
    return failed(
      `OPENAI_API_KEY may not use ${model} at ${baseUrl}; give it that right, or name another in model.tiers`,
    )
  if (status === 404)
    return failed(
      `${baseUrl} has no model called ${model}; name one it has in model.tiers, or mend OPENAI_BASE_URL, which usually ends with /v1`,
    )
  return failed(
    `${model} at ${baseUrl} refuses the request with status ${status}; where it knows no functions, set model.answers_by to json`,
  )
}

const failed = (problem: string, over: Partial<Failed> = {}): Failed => ({
  type: 'failed',
  why: 'down',
  problem,
  retry: false,
  afterMs: null,
  billed: false,
  ...over,
})

const notSuchAServer = (baseUrl: string): string =>
  `what answers at ${baseUrl} is no server of models; mend OPENAI_BASE_URL, which usually ends with /v1`

/** Errors of a request that nobody has heard. */
const NEVER_SENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** How long a provider wants to be left alone, in milliseconds: `retry-after` in seconds (RFC 9110, 10.2.3); a date is not waited for. */
const waitOf = (given: string | null): number | null =>
  given && /^\d+(?:\.\d+)?$/.test(given) ? Number(given) * 1000 : null

/** An error and what caused it. */
function chainOf(error: unknown): Error[] {
  const chain: Error[] = []
  for (let one = error; one instanceof Error && chain.length < 5; one = one.cause) chain.push(one)
  return chain
}

import twilio from 'twilio'
import type RequestClient from 'twilio/lib/base/RequestClient.js'
import type response from 'twilio/lib/http/response.js'
import { DeskError } from '#kernel/errors.ts'
import { SECOND_MS } from '#kernel/units.ts'
import type { WhatsAppSettings } from './settings.ts'

/** Longest a call may take, in milliseconds. */
const TIMEOUT_MS = 10 * SECOND_MS
/** Where a limit does not say how long it lasts, in seconds. */
const LIMIT_SECONDS = 5
/** A limit of WhatsApp's for first messages to people; answers still go through, so it is no limit of the channel. */
const FIRST_MESSAGES = 63018

/**
 * Twilio's own HTTP client, pointed elsewhere where a base address is set. It calls once: the outbox tries again, and obeys what
 * Twilio says of when.
 */
class OneCall extends twilio.RequestClient {
  readonly #base: string | null
  readonly #timeoutMs: number

  constructor(base: string | null, timeoutMs: number) {
    super({ timeout: timeoutMs })
    this.#base = base
    this.#timeoutMs = timeoutMs
  }

  override async request<T>(options: RequestClient.RequestOptions<T>): Promise<response.default<T>> {
    const { pathname, search } = new URL(options.uri)
    const uri = this.#base === null ? options.uri : `${this.#base}${pathname}${search}`
    const response = await super.request<T>({ ...options, uri, timeout: this.#timeoutMs }).catch((error: unknown) => {
      throw down(error)
    })
    const { statusCode, headers, body } = response as {
      statusCode: number
      headers?: Record<string, unknown>
      body: unknown
    }
    if (statusCode === 429 && codeIn(body) !== FIRST_MESSAGES) {
      const seconds = Number(headers?.['retry-after'])
      throw new DeskError('RATE_LIMITED', { name: 'Twilio', seconds: seconds > 0 ? seconds : LIMIT_SECONDS })
    }
    if (statusCode >= 500) throw new DeskError('INTEGRATION_DOWN', { name: 'Twilio' })
    return response
  }
}

const codeIn = (body: unknown): number | null =>
  typeof body === 'object' && body !== null && 'code' in body ? Number(body.code) : null

/** @throws DeskError INTEGRATION_DOWN, RATE_LIMITED from every call; what Twilio refuses is its own RestException */
export const restClient = (
  { accountSid, authToken, apiUrl }: Pick<WhatsAppSettings, 'accountSid' | 'authToken' | 'apiUrl'>,
  timeoutMs = TIMEOUT_MS,
): twilio.Twilio =>
  twilio(accountSid, authToken, { httpClient: new OneCall(apiUrl, timeoutMs), logLevel: 'error', env: {} })

/** What Twilio answered to a call that it refused. */
export interface Refusal {
  status: number
  /** Twilio's own number of what is wrong; undefined where it gave none. */
  code: number | undefined
}

/** Why Twilio refused a call, or null where it did not answer. */
export const refusalOf = (error: unknown): Refusal | null =>
  error instanceof twilio.RestException ? { status: error.status, code: error.code } : null

/** A call that Twilio did not take, as an error that says when to try again. */
export const asPassing = (error: unknown): DeskError => (error instanceof DeskError ? error : down(error))

/** What the client throws holds the credentials and the message; only what kind it was is kept. */
function down(error: unknown): DeskError {
  const { code, name } = error as { code?: unknown; name?: unknown }
  const cause = new Error(typeof code === 'string' ? code : String(name ?? 'no answer'))
  return new DeskError('INTEGRATION_DOWN', { name: 'Twilio' }, { cause })
}

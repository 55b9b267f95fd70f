import twilio from 'twilio'
import { DeskError } from '#kernel/errors.ts'
import type { Log } from '#ports/log.ts'
import type { WhatsAppSettings } from './settings.ts'

/** Twilio posts a tenth of it: what people write comes with at most 1,600 characters. */
const LARGEST_BYTES = 32_000

/**
 * What stands behind an address so that Twilio tries again where the desk did not answer, or not well; without it, it does not.
 * Source: https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
export const TRY_AGAIN = '#rc=2&rp=all'

/** What Twilio posts: parameters by name. More of them come without notice. */
export type Posted = Readonly<Record<string, string>>

/** TwiML that says nothing: what is to be said goes out by REST. */
const nothingToSay = (): Response =>
  new Response('<?xml version="1.0" encoding="UTF-8"?><Response></Response>', {
    headers: { 'content-type': 'text/xml' },
  })

/**
 * What Twilio posts to `/hooks/whatsapp`: its signature, over the address as the outside knows it and all parameters, is checked
 * before anything is read, and it is answered once it is journaled. 403: not Twilio's; 503: not kept, deliver it again.
 * Source: https://www.twilio.com/docs/usage/webhooks/webhooks-security
 */
export async function answerHook(
  { authToken, publicUrl }: Pick<WhatsAppSettings, 'authToken' | 'publicUrl'>,
  log: Log,
  request: Request,
  take: (posted: Posted, asked: URLSearchParams) => Promise<'taken' | 'malformed'>,
): Promise<Response> {
  const refuse = (status: number, reason: string): Response => {
    log.warn({ reason }, 'a request to the WhatsApp hook was refused')
    return new Response(null, { status })
  }
  if (request.method !== 'POST') return refuse(405, 'not_a_post')
  if (Number(request.headers.get('content-length') ?? 0) > LARGEST_BYTES) return refuse(413, 'too_large')
  const body = await request.text()
  if (body.length > LARGEST_BYTES) return refuse(413, 'too_large')
  const signature = request.headers.get('x-twilio-signature')
  if (!signature) return refuse(403, 'no_signature')
  const url = publicUrl === null ? request.url : `${publicUrl}${pathOf(request.url)}`
  const isJson = (request.headers.get('content-type') ?? '').includes('application/json')
  const fields = isJson ? {} : fieldsIn(body)
  // It is not said whether what stands behind the "#" is signed too.
  const isTheirs = [url, `${url}${TRY_AGAIN}`].some((address) =>
    isJson
      ? twilio.validateRequestWithBody(authToken, signature, address, body)
      : twilio.validateRequest(authToken, signature, address, fields),
  )
  if (!isTheirs) return refuse(403, 'wrong_signature')
  try {
    const taken = await take(isJson ? parsed(body) : fields, new URL(request.url).searchParams)
    return taken === 'taken' ? nothingToSay() : refuse(400, taken)
  } catch (error) {
    if (error instanceof DeskError) return refuse(error.retry ? 503 : 200, error.code)
    throw error
  }
}

/** Path and query as they were sent: a signature is over every character. */
const pathOf = (url: string): string => url.replace(/^[a-z]+:\/\/[^/]*/i, '')

const fieldsIn = (body: string): Posted => Object.fromEntries(new URLSearchParams(body))

function parsed(body: string): Posted {
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value !== 'object' || value === null) return {}
    return Object.fromEntries(Object.entries(value).filter(([, one]) => typeof one === 'string'))
  } catch {
    return {}
  }
}

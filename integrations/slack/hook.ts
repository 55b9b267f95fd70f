import { isValidSlackRequest } from '@slack/bolt'
import { DeskError } from '#kernel/errors.ts'
import { MINUTE_MS, SECOND_MS } from '#kernel/units.ts'
import type { ChannelKit } from '#ports/channel.ts'
import type { Answer } from './receive/handle.ts'

/** Older or newer by this clock, a request is somebody's copy. */
const AGE_MS = 5 * MINUTE_MS
/** Slack posts far less. */
const LARGEST_BYTES = 1_000_000

/**
 * What Slack posts to `/hooks/slack`: its signature and age are checked before anything is read, and it is answered once it is
 * journaled. 401: not Slack's; 503: not kept, deliver it again.
 */
export async function answerHook(
  { clock, log }: Pick<ChannelKit, 'clock' | 'log'>,
  signingSecret: string,
  request: Request,
  handle: (body: unknown) => Promise<Answer>,
): Promise<Response> {
  const refuse = (status: number, reason: string): Response => {
    log.warn({ reason }, 'a request to the Slack hook was refused')
    return new Response(null, { status })
  }
  if (request.method !== 'POST') return refuse(405, 'not_a_post')
  if (Number(request.headers.get('content-length') ?? 0) > LARGEST_BYTES) return refuse(413, 'too_large')
  const body = await request.text()
  if (body.length > LARGEST_BYTES) return refuse(413, 'too_large')
  const timestamp = Number(request.headers.get('x-slack-request-timestamp') ?? Number.NaN)
  const nowMilliseconds = clock.nowMs()
  if (!(Math.abs(nowMilliseconds - timestamp * SECOND_MS) <= AGE_MS)) return refuse(401, 'old_or_no_timestamp')
  const headers = {
    'x-slack-signature': request.headers.get('x-slack-signature') ?? '',
    'x-slack-request-timestamp': timestamp,
  }
  if (!isValidSlackRequest({ signingSecret, body, headers, nowMilliseconds })) return refuse(401, 'wrong_signature')
  const parsed = parse(body, request.headers.get('content-type') ?? '')
  if (parsed === null) return refuse(400, 'malformed')
  if ('type' in parsed && parsed.type === 'url_verification' && 'challenge' in parsed)
    return Response.json({ challenge: parsed.challenge })
  try {
    const answer = await handle(parsed)
    return answer ? Response.json(answer) : new Response(null, { status: 200 })
  } catch (error) {
    if (error instanceof DeskError) return refuse(503, error.code)
    throw error
  }
}

/** Events come as JSON, commands as a form, presses as JSON in a form. */
function parse(body: string, type: string): object | null {
  try {
    if (!type.includes('x-www-form-urlencoded')) return asObject(JSON.parse(body))
    const form = Object.fromEntries(new URLSearchParams(body))
    return form.payload === undefined ? form : asObject(JSON.parse(form.payload))
  } catch {
    return null
  }
}

const asObject = (value: unknown): object | null => (typeof value === 'object' ? value : null)

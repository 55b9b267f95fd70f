import { setTimeout as sleep } from 'node:timers/promises'
import type { InboundMedia, MediaRefusal } from '#kernel/inbound.ts'
import { SECOND_MS } from '#kernel/units.ts'
import type { Log } from '#ports/log.ts'
import type { WhatsAppSettings } from '../settings.ts'
import { type MediaAddress, mediaAddress } from './media-address.ts'

/** Longest the files of one message are looked at, all together, in milliseconds: whoever sent them waits for an answer. */
const PATIENCE_MS = 5 * SECOND_MS
/** Twilio may post before its store has the file: https://help.twilio.com/articles/44750147594523 */
const NOT_THERE_YET_MS = SECOND_MS
const MOST_HOPS = 3
/** WhatsApp's own limit: https://www.twilio.com/docs/whatsapp/guidance-whatsapp-media-messages */
const MOST_BYTES = 16 * 1024 * 1024
/** No SVG: it may hold a program. */
const TAKEN = /^(?:image\/(?:jpeg|png|webp|gif|heic)|audio\/[\w.+-]+|video\/mp4|application\/pdf|text\/(?:x-)?vcard)$/

type Settings = Pick<WhatsAppSettings, 'accountSid' | 'authToken' | 'apiUrl'>

/** Why nothing is known of a file, for the log. */
class NotFetched extends Error {}

/**
 * Asks Twilio what the files of a message are, by their headers: type and size as it keeps them, or why one is not taken. Nothing
 * of them is stored, no address of anybody else's is asked, and it never fails. What is logged holds no address.
 */
export function lookAtMedia(
  settings: Settings,
  log: Log,
  media: readonly InboundMedia[],
  timeoutMs = PATIENCE_MS,
): Promise<InboundMedia[]> {
  const signal = AbortSignal.timeout(Math.min(timeoutMs, PATIENCE_MS))
  const refuse = (medium: InboundMedia, refused: MediaRefusal, problem?: string): InboundMedia => {
    log.warn({ reason: refused, problem }, 'a file that came by WhatsApp was not taken')
    return { ...medium, refused }
  }
  const look = async (medium: InboundMedia): Promise<InboundMedia> => {
    try {
      const found = { ...medium, ...(await headersOf(settings, medium.ref, signal)) }
      if (!TAKEN.test(found.type)) return refuse(found, 'type_not_taken')
      return found.bytes > MOST_BYTES ? refuse(found, 'too_large') : found
    } catch (error) {
      return refuse(medium, 'not_fetched', error instanceof NotFetched ? error.message : 'no_answer')
    }
  }
  return Promise.all(media.map(look))
}

/** @throws NotFetched, and whatever `fetch` throws */
async function headersOf(
  settings: Settings,
  ref: string,
  signal: AbortSignal,
): Promise<{ type: string; bytes: number }> {
  const response = await answerFor(settings, ref, signal)
  const { status, ok, headers, body } = response
  const length = headers.get('content-length')
  const bytes = ok && length === null ? await counted(body) : Number(length)
  await body?.cancel()
  if (status === 404) {
    await sleep(NOT_THERE_YET_MS, undefined, { signal }).catch(() => {
      throw new NotFetched('status_404')
    })
    return headersOf(settings, ref, signal)
  }
  if (!ok) throw new NotFetched(`status_${status}`)
  const [type = ''] = (headers.get('content-type') ?? '').toLowerCase().split(';')
  return { type: type.trim().slice(0, 100), bytes }
}

/** Follows what Twilio sends on, as far as its own stores. A GET: signatures of stores hold for no other method. */
async function answerFor(settings: Settings, ref: string, signal: AbortSignal): Promise<Response> {
  const basic = Buffer.from(`${settings.accountSid}:${settings.authToken}`).toString('base64')
  let at: MediaAddress | null = mediaAddress(settings, ref)
  for (let hop = 0; hop <= MOST_HOPS; hop++) {
    if (!at) throw new NotFetched('foreign_address')
    const headers = { 'accept-encoding': 'identity', ...(at.isTwilio && { authorization: `Basic ${basic}` }) }
    const response = await fetch(at.url, { headers, redirect: 'manual', signal })
    const next = response.headers.get('location')
    if (response.status < 300 || response.status > 399 || next === null) return response
    await response.body?.cancel()
    at = mediaAddress(settings, next, at.url)
  }
  throw new NotFetched('too_many_hops')
}

/** Bytes of a file whose length is not said, counted no further than tells that it is too large. */
async function counted(body: Response['body']): Promise<number> {
  let bytes = 0
  for await (const piece of body ?? []) {
    bytes += piece.byteLength
    if (bytes > MOST_BYTES) break
  }
  return bytes
}

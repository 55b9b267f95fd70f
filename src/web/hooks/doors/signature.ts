import { createHmac, timingSafeEqual } from 'node:crypto'
import { DeskError } from '#kernel/errors.ts'
import { MINUTE_MS, SECOND_MS } from '#kernel/units.ts'

export const SIGNATURE_HEADER = 'x-nightdesk-signature'
/** How old, or how far ahead of our clock, a signed post may be. */
const MOST_AGE_MS = 5 * MINUTE_MS

/** What a server puts into the header: `t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">`. */
export function signatureOf(body: Uint8Array, secret: string, atS: number): string {
  return `t=${atS},v1=${digestOf(body, secret, atS).toString('hex')}`
}

const digestOf = (body: Uint8Array, secret: string, atS: number): Buffer =>
  createHmac('sha256', secret).update(`${atS}.`).update(body).digest()

/**
 * Lets in posts that bear a good signature, each once. It remembers them for as long as they would be young enough; what a
 * restart forgets is in the journal, where the same post is the same row.
 */
export class SignatureDoor {
  readonly #seen = new Map<string, number>()

  /**
   * Checks a post before anything of it is read. Call the returned function where the post was not kept after all: it may
   * then be sent again as it is.
   * @throws DeskError FORM_SIGNATURE, FORM_REPLAYED
   */
  enter(body: Uint8Array, header: string, secrets: readonly string[], nowMs: number): () => void {
    if (secrets.length === 0) throw refused('no secret is set for this form (FORM_SECRETS)')
    const { atS, digests } = partsOf(header)
    if (Math.abs(nowMs - atS * SECOND_MS) > MOST_AGE_MS)
      throw refused('its time is more than 5 minutes from ours; sign it when you send it, and check the clock')
    const good = secrets.map((secret) => digestOf(body, secret, atS)).find((wanted) => digests.some(same(wanted)))
    if (!good) throw refused('it does not fit the body')
    const key = good.toString('base64')
    this.#forget(nowMs)
    if (this.#seen.has(key)) throw new DeskError('FORM_REPLAYED')
    this.#seen.set(key, nowMs)
    return () => void this.#seen.delete(key)
  }

  /** Entries stand in the order of time, so the old ones are the first. */
  #forget(nowMs: number): void {
    for (const [key, atMs] of this.#seen) {
      if (nowMs - atMs <= 2 * MOST_AGE_MS) return
      this.#seen.delete(key)
    }
  }
}

const same = (wanted: Buffer) => (digest: Buffer) => digest.length === wanted.length && timingSafeEqual(digest, wanted)

const refused = (problem: string) => new DeskError('FORM_SIGNATURE', { problem })

function partsOf(header: string): { atS: number; digests: Buffer[] } {
  const parts = header
    .slice(0, 1_000)
    .split(',')
    .map((part) => part.trim().split('='))
  const at = parts.find(([name]) => name === 't')?.[1] ?? ''
  const digests = parts.flatMap(([name, value = '']) =>
    name === 'v1' && /^[0-9a-f]{64}$/i.test(value) ? [Buffer.from(value, 'hex')] : [],
  )
  if (!/^\d{9,11}$/.test(at) || digests.length === 0)
    throw refused('write it as t=UNIX SECONDS,v1=HEX, over the time, a dot and the body')
  return { atS: Number(at), digests }
}

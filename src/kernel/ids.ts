import { createHash } from 'node:crypto'

/** RFC 4648 base32hex, lower case: the alphabet Google Calendar allows for client-set event ids (a-v, 0-9). */
const ALPHABET = '0123456789abcdefghijklmnopqrstuv'

/** Bytes as lower-case base32hex without padding. */
export function base32hex(bytes: Uint8Array): string {
  let out = ''
  let buffer = 0
  let bits = 0
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte
    bits += 8
    while (bits >= 5) {
      out += ALPHABET[(buffer >>> (bits - 5)) & 31]
      bits -= 5
    }
    buffer &= (1 << bits) - 1
  }
  if (bits > 0) out += ALPHABET[(buffer << (5 - bits)) & 31]
  return out
}

/**
 * A name for something that follows from its parts: the same parts give the same id on every run, which is what makes a
 * redelivered event land on the task, the action and the event it made the first time.
 * @param length characters of 5 bits each; 16 (80 bits) is enough for a team's lifetime, 26 for ids that others share.
 */
export function idOf(prefix: string, parts: readonly unknown[], length = 16): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest()
  return prefix + base32hex(hash).slice(0, length)
}

/** SHA-256 in hex: how one-use secrets (decision ids, sign-in links, feed addresses) are stored. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** JSON with object keys sorted, so that equal values are equal texts (idempotency keys, commitments, comparisons). */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

import type { BodyKind } from './body.ts'

const [AMPERSAND, COLON, QUOTE, BACKSLASH, BRACE] = ['&', ':', '"', '\\', '{'].map((sign) => sign.charCodeAt(0))

/** How many fields a body seems to have, by its bytes alone: what is too much is never parsed. */
export function countFields(body: Uint8Array, kind: BodyKind, boundary: string): number {
  if (kind === 'application/json') return countMembers(body)
  if (kind === 'multipart/form-data') return countTexts(body, `--${boundary}`) - 1
  let count = body.length === 0 ? 0 : 1
  for (const byte of body) if (byte === AMPERSAND) count++
  return count
}

/** Members of JSON objects, at any depth: colons and opening braces outside of texts. */
function countMembers(body: Uint8Array): number {
  let count = 0
  let inText = false
  for (let at = 0; at < body.length; at++) {
    const byte = body[at]
    if (inText && byte === BACKSLASH) at++
    else if (byte === QUOTE) inText = !inText
    else if (!inText && byte === COLON) count++
    else if (!inText && byte === BRACE) count++
  }
  return Math.max(0, count - 1)
}

function countTexts(body: Uint8Array, text: string): number {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  let count = 0
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + text.length)) count++
  return count
}

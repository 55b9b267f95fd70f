import type { SentFields } from './body.ts'
import { CHARSET_FIELD, textOf } from './charset.ts'

const [PLUS, PERCENT, SPACE, AMPERSAND, EQUALS] = ['+', '%', ' ', '&', '='].map((sign) => sign.charCodeAt(0))

/**
 * `application/x-www-form-urlencoded`, in any charset: the bytes behind the percent signs are put together first and read
 * as text after that. URLSearchParams knows UTF-8 only, and puts U+FFFD in the place of everything else.
 * @throws DeskError FORM_TYPE, FORM_UNREADABLE
 */
export function urlencodedFields(body: Uint8Array, charset: string | null): SentFields {
  const pairs = piecesOf(body, AMPERSAND ?? 0)
    .filter((piece) => piece.length > 0)
    .map((piece) => {
      const at = piece.indexOf(EQUALS ?? 0)
      const [name, value] =
        at < 0 ? [piece, piece.subarray(piece.length)] : [piece.subarray(0, at), piece.subarray(at + 1)]
      return [bytesOf(name), bytesOf(value)] as const
    })
  const own = pairs.find(([name]) => Buffer.from(name).toString('latin1') === CHARSET_FIELD)
  const said = charset ?? (own ? Buffer.from(own[1]).toString('latin1') || null : null)
  return pairs.map(([name, value]) => [textOf(name, said), textOf(value, said)] as const)
}

function piecesOf(bytes: Uint8Array, by: number): Uint8Array[] {
  const pieces: Uint8Array[] = []
  let start = 0
  for (let at = bytes.indexOf(by); at >= 0; at = bytes.indexOf(by, start)) {
    pieces.push(bytes.subarray(start, at))
    start = at + 1
  }
  return [...pieces, bytes.subarray(start)]
}

/** `a+b%20c` to its bytes; a percent sign without two hexadecimal digits stands for itself. */
function bytesOf(written: Uint8Array): Uint8Array {
  const out = new Uint8Array(written.length)
  let length = 0
  for (let at = 0; at < written.length; at++) {
    const byte = written[at] ?? 0
    const [high, low] = byte === PERCENT ? [hexOf(written[at + 1]), hexOf(written[at + 2])] : [-1, -1]
    if (high >= 0 && low >= 0) {
      out[length++] = high * 16 + low
      at += 2
    } else out[length++] = byte === PLUS ? (SPACE ?? 0) : byte
  }
  return out.subarray(0, length)
}

function hexOf(byte: number | undefined): number {
  const digit = byte === undefined ? Number.NaN : Number.parseInt(String.fromCharCode(byte), 16)
  return Number.isNaN(digit) ? -1 : digit
}

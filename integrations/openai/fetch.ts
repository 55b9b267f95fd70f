/** Longest answer that is read; a model that writes more than this says nothing of use. */
export const MOST_BYTES = 256 * 1024

/** What came is no answer of such a server, whatever its status. */
export class BadAnswer extends Error {
  readonly why: 'not_json' | 'too_long'

  constructor(why: BadAnswer['why']) {
    super(why)
    this.name = 'BadAnswer'
    this.why = why
  }
}

/**
 * Fetches what is small and JSON, and follows no redirect: the key goes nowhere else. Of anything longer the rest is not read.
 * @throws BadAnswer
 */
export async function boundedFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, { ...init, redirect: 'manual' })
  const type = response.headers.get('content-type') ?? ''
  if (response.ok && !type.includes('json')) {
    await response.body?.cancel()
    throw new BadAnswer('not_json')
  }
  const text = await boundedText(response)
  // A body that was read whole is handed on as it was; what the reader thinks of its length or encoding is no longer true.
  const headers = new Headers(response.headers)
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) headers.delete(name)
  const { status, statusText } = response
  return new Response(BODILESS.has(status) ? null : text, { status, statusText, headers })
}

const BODILESS: ReadonlySet<number> = new Set([101, 103, 204, 205, 304])

async function boundedText(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const piece of response.body ?? []) {
    bytes += piece.byteLength
    if (bytes > MOST_BYTES) throw new BadAnswer('too_long')
    text += decoder.decode(piece, { stream: true })
  }
  return text + decoder.decode()
}

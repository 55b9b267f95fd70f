import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** What of a request a stand-in looks at. */
export interface ChatRequest {
  model: string
  messages: { role: string; content: string }[]
  tools?: { function: { name: string; parameters: Record<string, unknown> } }[]
  response_format?: { type: string }
  max_tokens?: number
  temperature?: number
}

/** How one request is answered: with a body, or in a way of one's own. */
export type Answer = (request: ChatRequest, response: ServerResponse, raw: IncomingMessage) => void | Promise<void>

/** Tokens that every answer of the stand-in is said to have used. */
export const USAGE = { prompt_tokens: 300, completion_tokens: 20, total_tokens: 320 }

const message = (content: object, finish_reason = 'stop', usage: unknown = USAGE) => ({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 1_790_000_000,
  model: 'stand-in',
  choices: [
    {
      index: 0,
      finish_reason,
      logprobs: null,
      message: { role: 'assistant', content: null, refusal: null, ...content },
    },
  ],
  ...(usage !== undefined && { usage }),
})

const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
  }

const error = (status: number, code: string, headers?: Record<string, string>): Answer =>
  json(
    { error: { message: `${code}: the words "Jo owes us" were in it`, type: code, param: null, code } },
    status,
    headers,
  )

/** Ways to answer. */
export const answers = {
  /** As it was asked for: by the function, else as JSON. */
  value:
    (value: unknown, usage?: unknown): Answer =>
    (request, response, raw) =>
      (request.tools?.[0] ? answers.call(value, usage) : answers.text(JSON.stringify(value), usage))(
        request,
        response,
        raw,
      ),
  call:
    (value: unknown, usage?: unknown): Answer =>
    (request, response, raw) => {
      const name = request.tools?.[0]?.function.name ?? 'none'
      const call = { id: 'call_1', type: 'function', function: { name, arguments: asText(value) } }
      return json(message({ tool_calls: [call] }, 'tool_calls', usage))(request, response, raw)
    },
  text: (content: string, usage?: unknown): Answer => json(message({ content }, 'stop', usage)),
  cut: (content: string): Answer => json(message({ content }, 'length')),
  refusal: (): Answer => json(message({ refusal: 'I cannot help with that.' })),
  empty: (): Answer => json(message({ content: '' })),
  json,
  error,
  html:
    (status = 200): Answer =>
    (_request, response) => {
      response.writeHead(status, { 'content-type': 'text/html' }).end('<!doctype html><title>Welcome to nginx!</title>')
    },
  /** So many bytes of one answer. */
  long:
    (bytes: number): Answer =>
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{"choices":[{"message":{"content":"')
      const piece = 'x'.repeat(64 * 1024)
      for (let sent = 0; sent < bytes && !response.destroyed; sent += piece.length) response.write(piece)
      response.end('"}}]}')
    },
  /** Says nothing, ever. */
  hang: (): Answer => () => undefined,
  reset: (): Answer => (_request, response) => void response.socket?.resetAndDestroy(),
  /** Breaks off in the middle of a good answer. */
  torn:
    (value: unknown): Answer =>
    (_request, response) => {
      const body = JSON.stringify(message({ content: JSON.stringify(value) }))
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(body.length) })
      response.write(body.slice(0, body.length / 2), () => response.socket?.destroy())
    },
  after:
    (ms: number, then: Answer): Answer =>
    (request, response, raw) => {
      setTimeout(() => void then(request, response, raw), ms)
    },
} as const

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** A server that speaks the interface of OpenAI and answers as it is told; the last way of answering stays. */
export class ModelServer {
  readonly requests: (ChatRequest & { key: string | null })[] = []
  #script: Answer[] = [answers.hang()]
  readonly #server = createServer((request, response) => void this.#serve(request, response))

  /** Opens one that is closed when the test ends. */
  static async open(...script: Answer[]): Promise<ModelServer> {
    const server = new ModelServer()
    await server.listen()
    onTestFinished(() => server.close())
    server.says(...script)
    return server
  }

  listen(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`
  }

  /** From now on: these answers in turn, the last of them for good. */
  says(...script: Answer[]): void {
    if (script.length > 0) this.#script = [...script]
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #serve(raw: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = ''
    for await (const piece of raw) text += piece
    const request = JSON.parse(text || '{}') as ChatRequest
    this.requests.push({ ...request, key: raw.headers.authorization ?? null })
    const answer = this.#script.length > 1 ? this.#script.shift() : this.#script[0]
    await answer?.(request, response, raw)
  }
}

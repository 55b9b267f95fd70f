import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { APP, GUILD, userOf } from './people.ts'
import { DiscordState } from './state.ts'

export type { Posted } from './state.ts'

/** A call of the desk to Discord's API, with its body read. */
export interface Call {
  method: string
  /** Below `/api/v10`. */
  path: string
  body: Record<string, unknown>
}

/** What goes wrong with the next calls: a status, an error of Discord's own, silence, a cut line; `taken`: done, and the line cut. */
export type Fault = number | 'hang' | 'reset' | 'taken' | { status: number; code: number }

/** A small Discord of our own: the calls the desk makes, the gateway, and faults on demand. It judges nothing. */
export class DiscordServer extends DiscordState {
  readonly calls: Call[] = []
  /** Sequence numbers that lines came back with. */
  readonly resumed: number[] = []
  /** What lines listened to. */
  readonly intents: number[] = []
  /** Lines that introduce themselves are closed with this. */
  closeWith: number | null = null
  /** Sessions cannot be come back to any more. */
  forgets = false
  /** Stand in every answer. */
  headers: Record<string, string> = {}
  readonly #faults: { call: RegExp; fault: Fault }[] = []
  readonly #sockets = new Set<WebSocket>()
  readonly #told: { s: number; frame: string }[] = []
  readonly #http = createServer((request, response) => void this.#answer(request, response))
  readonly #ws = new WebSocketServer({ noServer: true })
  #sequence = 0

  async open(): Promise<void> {
    this.#http.on('upgrade', (request, socket, head) =>
      this.#ws.handleUpgrade(request, socket, head, (line) => this.#greet(line)),
    )
    await new Promise<void>((resolve) => this.#http.listen(0, '127.0.0.1', resolve))
  }

  protected get gatewayUrl(): string {
    return `ws://127.0.0.1:${this.#port}/`
  }
  get #port(): number {
    return (this.#http.address() as AddressInfo).port
  }
  get url(): string {
    return `http://127.0.0.1:${this.#port}/api`
  }

  async close(): Promise<void> {
    for (const line of this.#ws.clients) line.terminate()
    this.#http.closeAllConnections()
    await new Promise((resolve) => this.#http.close(resolve))
  }

  /** The next calls of a kind go wrong, one after the other. */
  fault(call: RegExp, ...faults: Fault[]): void {
    for (const fault of faults) this.#faults.push({ call, fault })
  }

  /** Nothing goes wrong any more. */
  heal(): void {
    this.#faults.length = 0
  }

  callsOf(call: RegExp): Call[] {
    return this.calls.filter(({ method, path }) => call.test(`${method} ${path}`))
  }

  /** First answers to what somebody did. */
  answers(): { type: number; data?: Record<string, unknown> }[] {
    return this.callsOf(/^POST \/interactions\//).map(({ body }) => body as { type: number })
  }

  /** How many lines are open. */
  get lines(): number {
    return this.#sockets.size
  }

  /** Cuts every line, as a network does; `politely`: as Discord does when it moves them. */
  cut(politely = false): void {
    for (const line of this.#sockets) {
      if (politely) line.send(JSON.stringify({ op: 7, d: null }))
      else line.terminate()
    }
  }

  /** Closes every line for a reason of Discord's. */
  shut(code: number): void {
    for (const line of this.#sockets) line.close(code)
  }

  /** Tells every line something, and whoever comes back later. Returns its number. */
  tell(t: string, d: unknown): number {
    const s = ++this.#sequence
    const frame = JSON.stringify({ op: 0, s, t, d })
    this.#told.push({ s, frame })
    for (const line of this.#sockets) line.send(frame)
    return s
  }

  /** Tells of something somebody did with a command, a button or a form. Returns its id. */
  interact(type: number, data: unknown, more: Record<string, unknown> = {}): string {
    const id = this.id()
    this.began(id)
    this.tell('INTERACTION_CREATE', { id, application_id: APP, type, token: `token-${id}`, version: 1, data, ...more })
    return id
  }

  #greet(line: WebSocket): void {
    line.on('close', () => this.#sockets.delete(line))
    line.on('message', (data) => {
      const { op, d } = JSON.parse(String(data)) as { op: number; d: Record<string, unknown> }
      if (op === 1) line.send(JSON.stringify({ op: 11 }))
      if (op === 2) this.#identified(line, Number(d.intents))
      if (op === 6) this.#cameBack(line, Number(d.seq))
    })
    line.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 } }))
  }

  #identified(line: WebSocket, intents: number): void {
    this.intents.push(intents)
    if (this.closeWith !== null) return void line.close(this.closeWith)
    this.#sockets.add(line)
    const ready = {
      v: 10,
      user: userOf(APP),
      guilds: [{ id: GUILD, unavailable: true }],
      session_id: `session-${this.#sequence}`,
      resume_gateway_url: this.gatewayUrl,
      application: { id: APP, flags: this.flags },
    }
    line.send(JSON.stringify({ op: 0, s: ++this.#sequence, t: 'READY', d: ready }))
  }

  #cameBack(line: WebSocket, after: number): void {
    this.resumed.push(after)
    if (this.forgets) return void line.send(JSON.stringify({ op: 9, d: false }))
    this.#sockets.add(line)
    for (const { s, frame } of this.#told) if (s > after) line.send(frame)
    line.send(JSON.stringify({ op: 0, s: ++this.#sequence, t: 'RESUMED', d: {} }))
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const method = request.method ?? 'GET'
    const [path = '', query] = (request.url ?? '').replace(/^\/api\/v10/, '').split('?')
    const text = Buffer.concat(parts).toString()
    const body = (text ? JSON.parse(text) : {}) as Record<string, unknown>
    this.calls.push({ method, path, body })
    const at = this.#faults.findIndex(({ call }) => call.test(`${method} ${path}`))
    const fault = at < 0 ? undefined : this.#faults.splice(at, 1)[0]?.fault
    if (fault === 'reset') return void request.socket.destroy()
    if (fault === 'hang') return
    const says = (status: number, answer: unknown, headers: Record<string, string> = {}): void => {
      // No content has no type: who reads one would read nothing as JSON.
      const type = status === 204 ? {} : { 'content-type': 'application/json' }
      response.writeHead(status, { ...type, ...this.headers, ...headers })
      response.end(status === 204 ? undefined : JSON.stringify(answer))
    }
    if (fault === 429) return says(429, { message: 'slow down', retry_after: 1 }, { 'retry-after': '1' })
    if (typeof fault === 'number') return says(fault, { message: 'it is us', code: 0 })
    if (typeof fault === 'object') return says(fault.status, { message: 'refused', code: fault.code })
    const [status, answer] = this.call(method, path, body, new URLSearchParams(query).get('after'))
    if (fault === 'taken') return void request.socket.destroy()
    says(status, answer)
  }
}

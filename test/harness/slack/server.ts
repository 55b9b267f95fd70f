import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'

/** A call of the desk to Slack's API, with its arguments read. */
export interface Call {
  method: string
  args: Record<string, unknown>
}

/** A message as it stands in a channel. */
export interface Posted {
  channel: string
  ts: string
  thread: string | null
  text: string
  blocks: Block[]
}
export interface Block {
  type: string
  block_id?: string
  text?: { type: string; text: string }
  elements?: { type: string; action_id?: string; value?: string; text?: unknown; options?: { value: string }[] }[]
}

/**
 * What goes wrong with the next calls of a method: a status, an error of Slack's own, silence, a cut line; `taken`: done, and the line
 * cut; a promise: nothing, but the answer waits for it.
 */
export type Fault = number | 'hang' | 'reset' | 'taken' | { error: string } | Promise<void>

interface User {
  id: string
  team_id: string
  tz: string
  profile: { display_name: string; email?: string }
  is_restricted?: boolean
  is_stranger?: boolean
  is_bot?: boolean
}

export const TEAM = 'T0DESK'
export const BOT = 'U0BOT'
const person = (id: string, name: string, more: Partial<User> & { email?: string } = {}): User => {
  const { email, ...rest } = more
  return {
    id,
    team_id: TEAM,
    tz: 'Europe/London',
    profile: { display_name: name, ...(email && { email }) },
    ...rest,
  }
}

/** A small Slack of our own: the calls the desk makes, Socket Mode, and faults on demand. It judges nothing. */
export class SlackServer {
  readonly calls: Call[] = []
  readonly messages: Posted[] = []
  readonly users = new Map(
    [
      person('U0MIA', 'Mia', { email: 'mia@northwind.example' }),
      person('U0LEE', 'Lee', { email: 'lee@northwind.example' }),
      person('U0SAM', 'Sam', { email: 'sam@northwind.example' }),
      person('U0PRIYA', 'Priya', { email: 'priya@northwind.example' }),
      person('U0GUEST', 'Gus Guest', { email: 'gus@acme.example', is_restricted: true }),
      person('U0CONNECT', 'Jo of Acme', { team_id: 'T0ACME', is_stranger: true, email: 'jo@acme.example' }),
    ].map((one) => [one.id, one]),
  )
  /** Scopes the bot token has, as `x-oauth-scopes` says them; null: the header is not sent. */
  scopes: string[] | null = null
  readonly #faults = new Map<string, Fault[]>()
  readonly #sockets = new Set<WebSocket>()
  readonly #acks = new Map<string, (payload: unknown) => void>()
  readonly #http = createServer((request, response) => void this.#answer(request, response))
  readonly #ws = new WebSocketServer({ noServer: true })
  #nth = 0

  async open(): Promise<void> {
    this.#http.on('upgrade', (request, socket, head) =>
      this.#ws.handleUpgrade(request, socket, head, (line) => this.#greet(line)),
    )
    await new Promise<void>((resolve) => this.#http.listen(0, '127.0.0.1', resolve))
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}/api/`
  }

  async close(): Promise<void> {
    for (const line of this.#sockets) line.terminate()
    this.#http.closeAllConnections()
    await new Promise((resolve) => this.#http.close(resolve))
  }

  /** The next calls of a method go wrong, one after the other. */
  fault(method: string, ...faults: Fault[]): void {
    this.#faults.set(method, [...(this.#faults.get(method) ?? []), ...faults])
  }

  callsOf(method: string): Call[] {
    return this.calls.filter((call) => call.method === method)
  }

  /** How many lines of Socket Mode are open. */
  get lines(): number {
    return this.#sockets.size
  }

  /** Cuts every line, as a network does; `politely`: as Slack does when it moves them. */
  cut(politely = false): void {
    for (const line of this.#sockets) {
      if (politely) line.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }))
      else line.terminate()
    }
  }

  /** Delivers something over Socket Mode. Resolves with what it was acknowledged with, or null where it was not in time. */
  async deliver(
    type: 'events_api' | 'slash_commands' | 'interactive',
    payload: unknown,
    waitMs = 4000,
  ): Promise<unknown> {
    const [line] = this.#sockets
    const envelope = `envelope-${++this.#nth}`
    const acked = new Promise<unknown>((resolve) => this.#acks.set(envelope, resolve))
    line?.send(JSON.stringify({ type, envelope_id: envelope, payload, accepts_response_payload: true }))
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), waitMs)
    })
    const answer = await Promise.race([acked, late])
    clearTimeout(timer)
    return answer
  }

  #greet(line: WebSocket): void {
    this.#sockets.add(line)
    line.on('close', () => this.#sockets.delete(line))
    line.on('message', (data) => {
      const { envelope_id: envelope, payload } = JSON.parse(String(data)) as { envelope_id: string; payload: unknown }
      this.#acks.get(envelope)?.(payload ?? {})
    })
    line.send(JSON.stringify({ type: 'hello', num_connections: 1 }))
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = (request.url ?? '').replace(/^\/api\//, '').split('?')[0] ?? ''
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const form = Object.fromEntries(new URLSearchParams(Buffer.concat(parts).toString()))
    const args = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, parsed(value)]))
    this.calls.push({ method, args })
    const fault = this.#faults.get(method)?.shift()
    if (fault === 'reset') return void request.socket.destroy()
    if (fault === 'hang') return
    if (fault instanceof Promise) await fault
    if (typeof fault === 'number') {
      response.writeHead(fault, fault === 429 ? { 'retry-after': '1' } : {})
      return void response.end('{"ok":false}')
    }
    const answer = typeof fault === 'object' && 'error' in fault ? { ok: false, ...fault } : this.#call(method, args)
    if (fault === 'taken') return void request.socket.destroy()
    response.writeHead(200, {
      'content-type': 'application/json',
      ...(this.scopes && { 'x-oauth-scopes': this.scopes.join(',') }),
    })
    response.end(JSON.stringify(answer))
  }

  #call(method: string, args: Record<string, unknown>): Record<string, unknown> {
    const text = (name: string): string => String(args[name] ?? '')
    switch (method) {
      case 'auth.test':
        return { ok: true, team_id: TEAM, user_id: BOT, team: 'Northwind', user: 'nightdesk', bot_id: 'B0BOT' }
      case 'apps.connections.open':
        return { ok: true, url: `${this.url.replace('http:', 'ws:').replace('/api/', '/link')}` }
      case 'users.info': {
        const user = this.users.get(text('user'))
        return user ? { ok: true, user } : { ok: false, error: 'user_not_found' }
      }
      case 'users.lookupByEmail': {
        const user = [...this.users.values()].find((one) => one.profile.email === text('email'))
        return user ? { ok: true, user } : { ok: false, error: 'users_not_found' }
      }
      case 'conversations.open':
        return { ok: true, channel: { id: `D${text('users').slice(1)}` } }
      case 'chat.postMessage': {
        const posted: Posted = {
          channel: text('channel'),
          ts: `1700000000.${String(this.messages.length + 1).padStart(6, '0')}`,
          thread: args.thread_ts ? text('thread_ts') : null,
          text: text('text'),
          blocks: (args.blocks as Block[] | undefined) ?? [],
        }
        this.messages.push(posted)
        return { ok: true, ts: posted.ts, channel: posted.channel }
      }
      case 'chat.update': {
        const found = this.messages.find((one) => one.channel === args.channel && one.ts === text('ts'))
        if (!found) return { ok: false, error: 'message_not_found' }
        Object.assign(found, { text: text('text'), blocks: args.blocks })
        return { ok: true, ts: found.ts }
      }
      case 'conversations.history':
      case 'conversations.replies': {
        const here = this.messages.filter(
          (one) => one.channel === args.channel && (method === 'conversations.history' || one.thread === text('ts')),
        )
        return { ok: true, messages: here.map(({ ts, blocks }) => ({ ts, blocks })).reverse() }
      }
      default:
        return { ok: true }
    }
  }
}

/** Arguments come as text; blocks and views are JSON in it. */
function parsed(value: string): unknown {
  if (!/^[[{]/.test(value)) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

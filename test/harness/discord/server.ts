import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import {
  APP,
  CLIENTS_ROLE,
  DEALS_ROLE,
  directOf,
  FLAGS_CHANNEL,
  GUILD,
  PUBLIC_CHANNEL,
  TEAM_CHANNEL,
  USERS,
  userOf,
} from './people.ts'

/** A call of the desk to Discord's API, with its body read. */
export interface Call {
  method: string
  /** Below `/api/v10`. */
  path: string
  body: Record<string, unknown>
}

interface Component {
  type: number
  custom_id?: string
  label?: string
  components?: Component[]
  options?: { label: string; value: string }[]
}

/** A message as it stands in a channel. */
export interface Posted {
  id: string
  channel_id: string
  author: Record<string, unknown>
  content: string
  embeds: { description?: string; footer?: { text: string } }[]
  components: Component[]
  nonce?: string
  [more: string]: unknown
}

/** What goes wrong with the next calls: a status, an error of Discord's own, silence, a cut line; `taken`: done, and the line cut. */
export type Fault = number | 'hang' | 'reset' | 'taken' | { status: number; code: number }

interface Channel {
  id: string
  type: number
  guild_id?: string
  parent_id?: string
  permission_overwrites?: { id: string; type: number; allow: string; deny: string }[]
}

const VIEW_CHANNEL = '1024'
/** A channel into which the bot is let, and nobody else who has no name or role of the team's. */
const onlyTeam = () => [
  { id: GUILD, type: 0, allow: '0', deny: VIEW_CHANNEL },
  { id: APP, type: 0, allow: VIEW_CHANNEL, deny: '0' },
]
/** First moment of Discord's ids, and how far they are shifted to the left. */
const EPOCH_MS = 1_420_070_400_000
const CLOCK_SHIFT = 22n
/** Messages under one nonce within this time are one. */
const NONCE_MS = 5 * 60_000
const LIMIT = { total: 1000, remaining: 999, reset_after: 1, max_concurrency: 1 }

/** A small Discord of our own: the calls the desk makes, the gateway, and faults on demand. It judges nothing. */
export class DiscordServer {
  readonly calls: Call[] = []
  readonly messages: Posted[] = []
  readonly channels = new Map<string, Channel>([
    ...USERS.map((user): [string, Channel] => [directOf(user), { id: directOf(user), type: 1 }]),
    [TEAM_CHANNEL, { id: TEAM_CHANNEL, type: 0, guild_id: GUILD, permission_overwrites: onlyTeam() }],
    [PUBLIC_CHANNEL, { id: PUBLIC_CHANNEL, type: 0, guild_id: GUILD }],
    [FLAGS_CHANNEL, { id: FLAGS_CHANNEL, type: 0, guild_id: GUILD, permission_overwrites: onlyTeam() }],
  ])
  /** Flags of the application: it may read what people write (limited, as bots on few servers have it). */
  flags = 1 << 19
  /** What everybody on the server may do. */
  everybody = VIEW_CHANNEL
  /** What the bot may do, by its own role. */
  botMay = '309237730304'
  /** Commands that are registered, by where. */
  readonly commands = new Map<string, Record<string, unknown>[]>()
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
  nowMs: () => number = () => Date.now()
  readonly #faults: { call: RegExp; fault: Fault }[] = []
  readonly #sockets = new Set<WebSocket>()
  readonly #told: { s: number; frame: string }[] = []
  readonly #open = new Set<string>()
  readonly #answered = new Set<string>()
  readonly #http = createServer((request, response) => void this.#answer(request, response))
  readonly #ws = new WebSocketServer({ noServer: true })
  #sequence = 0
  #nth = 0n

  async open(): Promise<void> {
    this.#http.on('upgrade', (request, socket, head) =>
      this.#ws.handleUpgrade(request, socket, head, (line) => this.#greet(line)),
    )
    await new Promise<void>((resolve) => this.#http.listen(0, '127.0.0.1', resolve))
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

  /** An id as Discord makes them: they rise, and tell when they were made. */
  id(): string {
    return String((BigInt(this.nowMs() - EPOCH_MS) << CLOCK_SHIFT) + this.#nth++)
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
    this.#open.add(id)
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
      resume_gateway_url: `ws://127.0.0.1:${this.#port}/`,
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
    const path = (request.url ?? '').replace(/^\/api\/v10/, '').split('?')[0] ?? ''
    const text = Buffer.concat(parts).toString()
    const body = (text ? JSON.parse(text) : {}) as Record<string, unknown>
    this.calls.push({ method, path, body })
    const at = this.#faults.findIndex(({ call }) => call.test(`${method} ${path}`))
    const fault = at < 0 ? undefined : this.#faults.splice(at, 1)[0]?.fault
    if (fault === 'reset') return void request.socket.destroy()
    if (fault === 'hang') return
    const says = (status: number, answer: unknown, headers: Record<string, string> = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...this.headers, ...headers })
      response.end(status === 204 ? undefined : JSON.stringify(answer))
    }
    if (fault === 429) return says(429, { message: 'slow down', retry_after: 1 }, { 'retry-after': '1' })
    if (typeof fault === 'number') return says(fault, { message: 'it is us', code: 0 })
    if (typeof fault === 'object') return says(fault.status, { message: 'refused', code: fault.code })
    const [status, answer] = this.#call(method, path, body)
    if (fault === 'taken') return void request.socket.destroy()
    says(status, answer)
  }

  #call(method: string, path: string, body: Record<string, unknown>): [number, unknown] {
    const [, one = '', two = '', three = '', four = '', five = ''] = path.split('/')
    switch (`${method} /${one}`) {
      case 'GET /gateway':
        return [200, { url: `ws://127.0.0.1:${this.#port}/`, shards: 1, session_start_limit: LIMIT }]
      case 'GET /applications':
        if (two === '@me') return [200, { id: APP, name: 'nightdesk', flags: this.flags, bot: userOf(APP) }]
        return [200, this.commands.get(path) ?? []]
      case 'PUT /applications':
        this.commands.set(path, this.#registered(body as unknown as Record<string, unknown>[]))
        return [200, this.commands.get(path)]
      case 'GET /guilds':
        if (two !== GUILD) return [404, { code: 10004 }]
        return [200, three === 'members' ? { user: userOf(APP), roles: [APP] } : this.#guild()]
      case 'POST /users':
        return [
          200,
          this.channels.get(directOf(String(body.recipient_id))) ?? { id: directOf(String(body.recipient_id)) },
        ]
      case 'POST /interactions':
        return this.#callback(two)
      case 'POST /webhooks':
      case 'PATCH /webhooks':
        return [200, { id: this.id(), content: '', embeds: [] }]
      case 'DELETE /webhooks':
        return [204, null]
      default:
        return one === 'channels' ? this.#channel(method, [two, three, four, five], body) : [404, { code: 0 }]
    }
  }

  #guild(): Record<string, unknown> {
    const roles = [
      { id: GUILD, name: '@everyone', permissions: this.everybody },
      { id: APP, name: 'nightdesk', permissions: this.botMay, tags: { bot_id: APP } },
      { id: DEALS_ROLE, name: 'Deals', permissions: '0' },
      { id: CLIENTS_ROLE, name: 'Clients', permissions: '0' },
    ]
    return { id: GUILD, name: 'Northwind', roles }
  }

  #registered(commands: readonly Record<string, unknown>[]): Record<string, unknown>[] {
    return commands.map((command) => ({
      id: this.id(),
      application_id: APP,
      version: this.id(),
      default_member_permissions: null,
      nsfw: false,
      ...command,
    }))
  }

  #callback(id: string): [number, unknown] {
    if (!this.#open.has(id)) return [404, { code: 10062 }]
    if (this.#answered.has(id)) return [400, { code: 40060 }]
    this.#answered.add(id)
    return [204, null]
  }

  #channel(method: string, path: readonly string[], body: Record<string, unknown>): [number, unknown] {
    const [id = '', what = '', which = '', more = ''] = path
    const channel = this.channels.get(id)
    if (!channel) return [404, { code: 10003 }]
    if (what === '') return [200, channel]
    if (more === 'threads') return this.#openThread(channel, which)
    if (method === 'GET') return [200, this.messages.filter((one) => one.channel_id === id).reverse()]
    if (method === 'POST') return [200, this.#post(id, body)]
    const message = this.messages.find((one) => one.channel_id === id && one.id === which)
    if (!message) return [404, { code: 10008 }]
    Object.assign(message, body)
    return [200, message]
  }

  #openThread(channel: Channel, message: string): [number, unknown] {
    if (this.channels.has(message)) return [400, { code: 160004 }]
    const thread: Channel = { id: message, type: 11, guild_id: GUILD, parent_id: channel.id }
    this.channels.set(message, thread)
    return [201, thread]
  }

  #post(channel: string, { enforce_nonce: enforced, ...body }: Record<string, unknown>): Posted {
    const isIt = (one: Posted): boolean =>
      one.channel_id === channel &&
      one.nonce === body.nonce &&
      this.nowMs() - Date.parse(String(one.timestamp)) < NONCE_MS
    const before = enforced ? this.messages.find(isIt) : undefined
    if (before) return before
    const posted: Posted = {
      content: '',
      embeds: [],
      components: [],
      ...body,
      id: this.id(),
      channel_id: channel,
      author: userOf(APP),
      timestamp: new Date(this.nowMs()).toISOString(),
    }
    this.messages.push(posted)
    return posted
  }
}

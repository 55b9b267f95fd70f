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

/** What stands on a small Discord of our own, and what it answers. */
export abstract class DiscordState {
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
  /** What people wrote, for who asks for it afterwards. */
  readonly written: { id: string; channel_id: string }[] = []
  nowMs: () => number = () => Date.now()
  readonly #open = new Set<string>()
  readonly #answered = new Set<string>()
  #nth = 0n

  /** Where its gateway is. */
  protected abstract get gatewayUrl(): string

  /** An id as Discord makes them: they rise, and tell when they were made. */
  id(): string {
    return String((BigInt(this.nowMs() - EPOCH_MS) << CLOCK_SHIFT) + this.#nth++)
  }

  /** Something was done that wants a first answer. */
  protected began(interaction: string): void {
    this.#open.add(interaction)
  }

  protected call(
    method: string,
    path: string,
    body: Record<string, unknown>,
    after: string | null = null,
  ): [number, unknown] {
    const [, one = '', two = '', three = '', four = '', five = ''] = path.split('/')
    switch (`${method} /${one}`) {
      case 'GET /gateway':
        return [200, { url: this.gatewayUrl, shards: 1, session_start_limit: LIMIT }]
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
        return one === 'channels' ? this.#channel(method, [two, three, four, five], body, after) : [404, { code: 0 }]
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

  #channel(
    method: string,
    path: readonly string[],
    body: Record<string, unknown>,
    after: string | null,
  ): [number, unknown] {
    const [id = '', what = '', which = '', more = ''] = path
    const channel = this.channels.get(id)
    if (!channel) return [404, { code: 10003 }]
    if (what === '') return [200, channel]
    if (more === 'threads') return this.#openThread(channel, which)
    if (method === 'GET') {
      const all = [...this.messages, ...this.written].filter((one) => one.channel_id === id)
      return [200, all.filter((one) => after === null || BigInt(one.id) > BigInt(after)).reverse()]
    }
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

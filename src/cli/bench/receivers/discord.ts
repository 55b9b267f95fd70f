import { type WebSocket, WebSocketServer } from 'ws'
import { type Answer, discordUser, type Provider, serverAt } from './provider.ts'

const APP = '1400000000001000000'
/** First moment of Discord's ids, and how far they are shifted to the left. */
const EPOCH_MS = 1_420_070_400_000
const CLOCK_SHIFT = 22n
const LIMIT = { total: 1000, remaining: 999, reset_after: 1, max_concurrency: 1 }

/** Where somebody's direct messages are, and whose they are. */
const directOf = (user: string): string => `9${user.slice(1)}`

/** Discord's side: the calls that the desk makes, and messages in direct messages over the gateway, which wants no receipt. */
export async function discordProvider(): Promise<Provider> {
  const lines = new Set<WebSocket>()
  let sequence = 0
  let ids = 0n
  const id = (): string => String((BigInt(Date.now() - EPOCH_MS) << CLOCK_SHIFT) + (ids++ & 0x3fffffn))
  const bot = { id: APP, username: 'nightdesk', discriminator: '0', avatar: null, bot: true }
  const { http, port } = await serverAt(({ url = '', method = '' }, body): Answer => {
    const path = url.replace(/^\/api\/v10/, '').split('?')[0] ?? ''
    if (path.startsWith('/gateway'))
      return [200, { url: `ws://127.0.0.1:${port}/`, shards: 1, session_start_limit: LIMIT }]
    if (path === '/applications/@me') return [200, { id: APP, name: 'nightdesk', flags: 1 << 19, bot }]
    if (path.startsWith('/applications/')) return [200, method === 'GET' ? [] : registered(body, id)]
    if (path === '/users/@me/channels')
      return [200, { id: directOf((JSON.parse(body) as { recipient_id: string }).recipient_id), type: 1 }]
    if (method === 'POST' && path.endsWith('/messages'))
      return [200, { id: id(), channel_id: path.split('/')[2], author: bot, content: '', embeds: [], components: [] }]
    if (/^\/channels\/\d+$/.test(path)) return [200, { id: path.split('/')[2], type: 1 }]
    return [200, []]
  })
  const sockets = new WebSocketServer({ noServer: true })
  const tell = (t: string, d: unknown): void => {
    const frame = JSON.stringify({ op: 0, s: ++sequence, t, d })
    for (const line of lines) line.send(frame)
  }
  http.on('upgrade', (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (line) => {
      line.on('close', () => lines.delete(line))
      line.on('message', (data) => {
        const { op } = JSON.parse(String(data)) as { op: number }
        if (op === 1) line.send(JSON.stringify({ op: 11 }))
        if (op !== 2) return
        lines.add(line)
        const resume_gateway_url = `ws://127.0.0.1:${port}/`
        const application = { id: APP, flags: 1 << 19 }
        tell('READY', { v: 10, user: bot, guilds: [], session_id: 'bench', resume_gateway_url, application })
      })
      line.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 } }))
    }),
  )
  return {
    posts: false,
    settings: { DISCORD_BOT_TOKEN: 'a-bot-token', DISCORD_API_URL: `http://127.0.0.1:${port}/api` },
    isMet: async () => lines.size > 0,
    async deliver({ person, text }) {
      const user = discordUser(person)
      const author = { id: user, username: `p${person}`, global_name: null, discriminator: '0', avatar: null }
      tell('MESSAGE_CREATE', { id: id(), channel_id: directOf(user), author, content: text, mentions: [], type: 0 })
      return false
    },
    close: () => http.closeAllConnections(),
  }
}

const registered = (body: string, id: () => string): unknown[] =>
  (JSON.parse(body) as object[]).map((command) => ({ id: id(), application_id: APP, version: id(), ...command }))

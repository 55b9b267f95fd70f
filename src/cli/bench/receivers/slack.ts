import { createHmac } from 'node:crypto'
import { type WebSocket, WebSocketServer } from 'ws'
import { type Answer, type Provider, type Reached, serverAt, slackUser } from './provider.ts'

const TEAM = 'T0BENCH'
const SECRET = 'a-signing-secret'

/** Slack's side: the calls that the desk makes, and messages in direct messages, over Socket Mode or as signed posts. */
export async function slackProvider(how: 'socket' | 'http'): Promise<Provider> {
  const lines = new Set<WebSocket>()
  const waiting = new Map<string, () => void>()
  let posted = 0
  const { http, port } = await serverAt(({ url = '' }, body): Answer => {
    const args = new URLSearchParams(body)
    switch (url.replace('/api/', '').split('?')[0]) {
      case 'auth.test':
        return [200, { ok: true, team_id: TEAM, user_id: 'U0BOT', bot_id: 'B0BOT' }]
      case 'apps.connections.open':
        return [200, { ok: true, url: `ws://127.0.0.1:${port}/link` }]
      case 'users.info':
        return [200, { ok: true, user: { id: args.get('user'), team_id: TEAM, tz: 'Etc/UTC', profile: {} } }]
      case 'conversations.open':
        return [200, { ok: true, channel: { id: `D${args.get('users')?.slice(1)}` } }]
      case 'chat.postMessage':
        return [200, { ok: true, channel: args.get('channel'), ts: `1700000000.${String(++posted).padStart(6, '0')}` }]
      default:
        return [200, { ok: true }]
    }
  })
  const sockets = new WebSocketServer({ noServer: true })
  http.on('upgrade', (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (line) => {
      lines.add(line)
      line.on('close', () => lines.delete(line))
      line.on('message', (data) => {
        const { envelope_id: envelope = '' } = JSON.parse(String(data)) as { envelope_id?: string }
        waiting.get(envelope)?.()
        waiting.delete(envelope)
      })
      line.send(JSON.stringify({ type: 'hello', num_connections: 1 }))
    }),
  )

  async function overSocket(payload: object, nth: number): Promise<void> {
    const [line] = lines
    const acknowledged = new Promise<void>((resolve) => waiting.set(`e${nth}`, resolve))
    line?.send(JSON.stringify({ type: 'events_api', envelope_id: `e${nth}`, payload, accepts_response_payload: false }))
    await acknowledged
  }
  async function post(payload: object, { publicUrl }: Reached): Promise<number> {
    const body = JSON.stringify(payload)
    const timestamp = String(Math.floor(Date.now() / 1000))
    const signature = createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`).digest('hex')
    const headers = {
      'content-type': 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    }
    const answer = await fetch(`${publicUrl}/hooks/slack`, { method: 'POST', headers, body })
    await answer.arrayBuffer()
    return answer.status
  }
  async function overHttp(payload: object, reached: Reached): Promise<void> {
    const status = await post(payload, reached)
    if (status !== 200) throw new Error(`Slack was answered ${status}`)
  }

  return {
    posts: how === 'http',
    settings: {
      SLACK_BOT_TOKEN: 'xoxb-bench',
      SLACK_API_URL: `http://127.0.0.1:${port}/api/`,
      ...(how === 'socket' ? { SLACK_APP_TOKEN: 'xapp-bench' } : { SLACK_SIGNING_SECRET: SECRET }),
    },
    // Until the channel is open, what is signed rightly is answered 503.
    isMet: async (reached) => (how === 'socket' ? lines.size > 0 : (await post({ type: 'ping' }, reached)) === 200),
    async deliver({ nth, person, text }, reached) {
      const user = slackUser(person)
      const ts = `${Math.floor(Date.now() / 1000)}.${String(nth).padStart(6, '0')}`
      const event = { type: 'message', channel_type: 'im', channel: `D${user.slice(1)}`, user, text, ts }
      const payload = { type: 'event_callback', team_id: TEAM, event_id: `Ev${nth}`, event_time: 0, event }
      await (how === 'socket' ? overSocket(payload, nth) : overHttp(payload, reached))
      return true
    },
    close: () => http.closeAllConnections(),
  }
}

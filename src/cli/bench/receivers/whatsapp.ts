import { createHmac } from 'node:crypto'
import { type Answer, type Provider, phoneOf, serverAt } from './provider.ts'

const ACCOUNT = `AC${'0'.repeat(32)}`
const TOKEN = 'a-twilio-auth-token'
const DESK_NUMBER = '+14155238886'

const sid = (nth: number): string => `SM${nth.toString(16).padStart(32, '0')}`

/** Twilio's side: messages as signed posts, and the calls that the desk answers with. */
export async function whatsAppProvider(): Promise<Provider> {
  let sent = 0
  const { http, port } = await serverAt(({ method = '', url = '' }, body): Answer => {
    if (method === 'GET') return [200, { messages: [], contents: [], meta: { key: 'contents' }, sid: ACCOUNT }]
    if (url.startsWith('/v1/Content')) return [201, { sid: `HX${'0'.repeat(32)}`, ...(JSON.parse(body) as object) }]
    const to = new URLSearchParams(body).get('To')
    return [201, { sid: sid(++sent), to, from: `whatsapp:${DESK_NUMBER}`, status: 'queued' }]
  })
  return {
    posts: true,
    settings: {
      TWILIO_ACCOUNT_SID: ACCOUNT,
      TWILIO_AUTH_TOKEN: TOKEN,
      TWILIO_WHATSAPP_FROM: DESK_NUMBER,
      TWILIO_API_URL: `http://127.0.0.1:${port}`,
    },
    // Until the channel is open, what is signed rightly is answered 503.
    async isMet({ publicUrl }) {
      const url = `${publicUrl}/hooks/whatsapp`
      return (await post(url, {}, signature(url, {}))) !== 503
    },
    async deliver({ nth, person, text }, { publicUrl }) {
      const url = `${publicUrl}/hooks/whatsapp`
      const number = phoneOf(person)
      const params = {
        AccountSid: ACCOUNT,
        MessageSid: sid(nth),
        From: `whatsapp:${number}`,
        To: `whatsapp:${DESK_NUMBER}`,
        WaId: number.slice(1),
        NumMedia: '0',
        Body: text,
      }
      const status = await post(url, params, signature(url, params))
      if (status !== 200) throw new Error(`Twilio was answered ${status}`)
      return true
    },
    close: () => http.closeAllConnections(),
  }
}

/** https://www.twilio.com/docs/usage/webhooks/webhooks-security: the address, then every parameter by name. */
function signature(url: string, params: Readonly<Record<string, string>>): string {
  const sorted = Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHmac('sha1', TOKEN)
    .update(url + sorted.flat().join(''))
    .digest('base64')
}

async function post(url: string, params: Record<string, string>, signed: string): Promise<number> {
  const headers = { 'x-twilio-signature': signed }
  const answer = await fetch(url, { method: 'POST', headers, body: new URLSearchParams(params) })
  await answer.arrayBuffer()
  return answer.status
}

import { onTestFinished } from 'vitest'
import type { Home } from '#app/home.ts'
import { quietChannel } from '#app/quiet-channel.ts'
import { SetClock } from '#app/system.ts'
import type { Channel } from '#ports/channel.ts'
import { NOW, type StartedDesk, startDesk } from '../started-desk.ts'
import { ACCOUNT, DESK_NUMBER, type Shown, signed, TOKEN, TwilioServer } from './server.ts'

export { NOW }

export const MIA = '+447700900001'
export const SAM = '+447700900003'
export const CLIENT = '+447700900123'
export const PUBLIC = 'https://desk.example'
export const REOPEN = `HX${'1'.repeat(32)}`
export const REMINDER = `HX${'2'.repeat(32)}`

/** Mia decides, and has WhatsApp; Lee decides without it; Sam asks. */
export const WHATSAPP_POLICY = `version: 1
company: {name: Northwind Studio, timezone: Europe/London, currency: EUR}
people:
  - {id: mia, name: Mia Chen, whatsapp: "${MIA}", email: mia@northwind.example, roles: [founder, approver], backup: lee, working_hours: {mon-fri: "09:00-17:00"}}
  - {id: lee, name: Lee Park, email: lee@northwind.example, roles: [approver], working_hours: {mon-fri: "09:00-17:00"}}
  - {id: sam, name: Sam Ortiz, whatsapp: "${SAM}", email: sam@northwind.example, roles: [sales], working_hours: {mon-fri: "09:00-17:00"}}
whatsapp: {templates: {reopen: ${REOPEN}, reminder: ${REMINDER}}}
`

export const whatsAppSettings = (twilio: TwilioServer): Record<string, string> => ({
  TWILIO_ACCOUNT_SID: ACCOUNT,
  TWILIO_AUTH_TOKEN: TOKEN,
  TWILIO_WHATSAPP_FROM: DESK_NUMBER,
  TWILIO_API_URL: twilio.url,
  PUBLIC_URL: PUBLIC,
})

/** Parameters of a message that somebody wrote, as Twilio posts them; it may post others besides. */
export const posted = (number: string, more: Record<string, string>): Record<string, string> => ({
  AccountSid: ACCOUNT,
  ApiVersion: '2010-04-01',
  From: `whatsapp:${number}`,
  To: `whatsapp:${DESK_NUMBER}`,
  WaId: number.slice(1),
  ProfileName: number === CLIENT ? 'Jo Park' : 'Somebody',
  NumMedia: '0',
  SmsStatus: 'received',
  SomethingNew: 'x',
  ...more,
})

export interface WhatsAppDesk extends Omit<StartedDesk, 'channels'> {
  twilio: TwilioServer
  channel: Channel
  /** Somebody writes, or taps. Resolves with the answer's status when the desk is idle. */
  say(number: string, text: string, more?: Record<string, string>): Promise<number>
  /** Twilio reports what became of a message. */
  report(message: Shown, status: string, code?: number): Promise<number>
  /** Bodies of what a number was sent, oldest first. */
  said(number: string): string[]
}

export interface WhatsAppDeskOptions {
  twilio?: TwilioServer
  home?: Home
  policy?: string
  clock?: SetClock
  /** Instead of those for `twilio`. */
  settings?: Record<string, string>
  /** More channels, beside the console and WhatsApp. */
  channels?: Channel[]
}

/** A whole desk on a Twilio of its own. */
export async function whatsAppDesk(options: WhatsAppDeskOptions = {}): Promise<WhatsAppDesk> {
  const clock = options.clock ?? new SetClock(Date.parse(NOW))
  const twilio = options.twilio ?? new TwilioServer(() => clock.nowMs())
  if (!options.twilio) {
    await twilio.open()
    twilio.templates.set(REOPEN, { name: 'reopen', body: 'We have news for you. Answer to read it.' })
    twilio.templates.set(REMINDER, { name: 'reminder', body: 'Reminder: {{1}}.' })
    onTestFinished(() => twilio.close())
  }
  const { channels, ...desk } = await startDesk({
    ...options,
    clock,
    policy: options.policy ?? WHATSAPP_POLICY,
    settings: { ...whatsAppSettings(twilio), ...options.settings },
    beside: [quietChannel('console'), ...(options.channels ?? [])],
  })
  const [channel] = channels
  if (!channel) throw new Error('WhatsApp was not opened')
  let nth = clock.nowMs()
  const post = async (url: string, params: Record<string, string>): Promise<number> => {
    const answer = await channel.hook?.(signed(url, params))
    await desk.idle()
    return answer?.status ?? 0
  }
  return {
    ...desk,
    twilio,
    channel,
    say: (number, text, more = {}) => {
      twilio.closed.delete(number)
      return post(`${PUBLIC}/hooks/whatsapp`, posted(number, { MessageSid: `SM${++nth}`, Body: text, ...more }))
    },
    report(message, status, code) {
      const { sid, to, callback } = message
      message.status = status
      return post((callback ?? '').replace(/#.*/, ''), {
        AccountSid: ACCOUNT,
        MessageSid: sid,
        MessageStatus: status,
        To: to,
        From: `whatsapp:${DESK_NUMBER}`,
        ...(code !== undefined && { ErrorCode: String(code) }),
      })
    },
    said: (number) => twilio.to(number).map((one) => one.body),
  }
}

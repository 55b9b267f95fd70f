import { onTestFinished } from 'vitest'
import { openChannels, startChannels } from '#app/channels.ts'
import { type Composition, compose } from '#app/compose.ts'
import { type Home, openHome } from '#app/home.ts'
import { quietChannel } from '#app/quiet-channel.ts'
import { SetClock, systemRandom } from '#app/system.ts'
import { parsePolicy } from '#policy/policy.ts'
import type { Channel } from '#ports/channel.ts'
import { type Log, type LogFields, silentLog } from '#ports/log.ts'
import { openFlags } from '#store/flags/flag-rows.ts'
import { tempFolder } from '../home.ts'
import { until } from '../slack/desk.ts'
import { ACCOUNT, DESK_NUMBER, type Shown, signed, TOKEN, TwilioServer } from './server.ts'

export const MIA = '+447700900001'
export const SAM = '+447700900003'
export const CLIENT = '+447700900123'
export const NOW = '2026-11-23T09:00:00Z'
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

export interface WhatsAppDesk {
  twilio: TwilioServer
  made: Composition
  channel: Channel
  clock: SetClock
  home: Home
  /** Log lines. */
  logged: { level: string; fields: LogFields; message: string }[]
  /** Somebody writes, or taps. Resolves with the answer's status when the desk is idle. */
  say(number: string, text: string, more?: Record<string, string>): Promise<number>
  /** Twilio reports what became of a message. */
  report(message: Shown, status: string, code?: number): Promise<number>
  /** Bodies of what a number was sent, oldest first. */
  said(number: string): string[]
  flags(): Promise<Awaited<ReturnType<typeof flagsOf>>>
  idle(): Promise<void>
  /** Lets time pass, and what is due happen. */
  pass(ms: number): Promise<void>
  stop(): Promise<void>
}

const flagsOf = (made: Composition) => made.sql.read(openFlags)

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
  const home = options.home ?? openHome(tempFolder('memory'))
  const policy = parsePolicy(options.policy ?? WHATSAPP_POLICY, { file: 'policy.yaml' })
  const logged: WhatsAppDesk['logged'] = []
  const note = (level: string) => (fields: LogFields, message: string) => void logged.push({ level, fields, message })
  const log: Log = { ...silentLog, info: note('info'), warn: note('warn'), error: note('error') }
  const [channel] = await openChannels(
    { ...whatsAppSettings(twilio), ...options.settings },
    { clock, log, policy: () => policy },
  )
  if (!channel) throw new Error('WhatsApp was not opened')
  const made = await compose({
    home,
    clock,
    random: systemRandom,
    log,
    policy: () => policy,
    channels: [quietChannel('console'), ...(options.channels ?? []), channel],
    alarms: false,
  })
  await made.desk.start()
  const open = startChannels([channel], made.desk, log)
  await until(() => logged.some((line) => /the channel (is open|stays closed|is opened again)/.test(line.message)))
  const idle = () => made.desk.drain()
  await idle()
  let stopped = false
  const stop = async () => {
    if (stopped) return
    stopped = true
    await open()
    await made.close()
  }
  onTestFinished(stop)
  let nth = clock.nowMs()
  const post = async (url: string, params: Record<string, string>): Promise<number> => {
    const answer = await channel.hook?.(signed(url, params))
    await idle()
    return answer?.status ?? 0
  }
  return {
    twilio,
    made,
    channel,
    clock,
    home,
    logged,
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
    flags: () => flagsOf(made),
    idle,
    async pass(ms) {
      clock.set(clock.nowMs() + ms)
      await idle()
    },
    stop,
  }
}

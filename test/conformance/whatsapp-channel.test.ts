import { onTestFinished } from 'vitest'
import { openChannels } from '#app/channels.ts'
import { SetClock } from '#app/system.ts'
import { parsePolicy } from '#policy/policy.ts'
import { silentLog } from '#ports/log.ts'
import { MIA, NOW, PUBLIC, posted, WHATSAPP_POLICY, whatsAppSettings } from '../harness/twilio/desk.ts'
import { type Shown, signed, TwilioServer } from '../harness/twilio/server.ts'
import { type ChannelUnderTest, channelConformance, HeardDesk, type Seen } from './channel.ts'

async function open(): Promise<ChannelUnderTest> {
  const clock = new SetClock(Date.parse(NOW))
  const twilio = new TwilioServer(() => clock.nowMs())
  await twilio.open()
  const policy = parsePolicy(WHATSAPP_POLICY, { file: 'policy.yaml' })
  const [channel] = await openChannels(whatsAppSettings(twilio), { clock, log: silentLog, policy: () => policy })
  if (!channel) throw new Error('WhatsApp was not opened')
  const desk = new HeardDesk()
  await channel.start(desk)
  onTestFinished(async () => {
    await channel.stop()
    await twilio.close()
  })
  const post = async (params: Record<string, string>): Promise<boolean> =>
    (await channel.hook?.(signed(`${PUBLIC}/hooks/whatsapp`, posted(MIA, params))))?.status === 200
  return {
    channel,
    desk,
    conversation: `whatsapp:${MIA}`,
    member: 'mia',
    write: (text, id) => post({ MessageSid: `SM${id}`, Body: text }),
    async tap(verb, id) {
      const label = verb === 'approve' ? 'Approve' : 'Take over'
      const option = twilio.messages.at(-1)?.options.find((one) => one.label === label)
      await post({ MessageSid: `SM${id}`, Body: label, ListId: option?.payload ?? '' })
    },
    edit: () => Promise.reject(new Error('there is no form')),
    seen: () => twilio.messages.map(seenOf).reduce(under, []),
    plain: true,
    failNext: (how) => twilio.fault(how === 'limit' ? 429 : how === 'down' ? 'reset' : 'taken'),
    limitSeconds: 7,
    // Twilio posts to the desk: there is no line that could be lost.
    reconnect: () => Promise.reject(new Error('there is no line')),
  }
}

const seenOf = ({ body, options, args }: Shown): Seen => ({
  text: body,
  buttons: options.map((one) => one.label),
  raw: JSON.stringify(args),
})

/** What can be tapped is a message of its own, right under a longer one. */
function under(all: Seen[], { text, buttons, raw }: Seen): Seen[] {
  const last = all.at(-1)
  if (!last || buttons.length === 0) return [...all, { text, buttons, raw }]
  return [...all.slice(0, -1), { text: `${last.text}\n${text}`, buttons, raw: last.raw + raw }]
}

channelConformance('whatsapp', open)

import type { ChannelPlug } from '#ports/channel.ts'
import { WHATSAPP_SETTINGS, whatsAppSettings } from './settings.ts'

/** WhatsApp through Twilio, installed. Its package is loaded only where it is set up. */
export const plug: ChannelPlug = {
  name: 'whatsapp',
  settings: WHATSAPP_SETTINGS,
  setup: {
    question: 'Do clients write to you on WhatsApp (through Twilio)?',
    steps: [
      '1. Set PUBLIC_PORT and PUBLIC_URL: Twilio has to reach this desk by https.',
      '2. Open https://console.twilio.com, Messaging, Try it out, Send a WhatsApp message: join the sandbox from your phone.',
      '3. There, under Sandbox settings, "When a message comes in": PUBLIC_URL/hooks/whatsapp#rc=2&rp=all, method POST.',
      '4. Account Info on the first page of the Console shows the Account SID and the auth token.',
      'An empty answer leaves it for later; docs/channels/whatsapp.md says all of this again.',
    ],
    asks: ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_WHATSAPP_FROM'],
  },
  async open(given, kit) {
    const settings = whatsAppSettings(given)
    if (!settings) return null
    const { WhatsAppChannel } = await import('./channel.ts')
    return new WhatsAppChannel(settings, kit)
  },
  async check(given) {
    const settings = whatsAppSettings(given)
    if (!settings) return []
    const { checkWhatsApp } = await import('./check.ts')
    return checkWhatsApp(settings)
  },
}

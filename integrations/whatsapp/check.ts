import type { ChannelFinding } from '#ports/channel.ts'
import { TRY_AGAIN } from './hook.ts'
import { addressOf } from './number.ts'
import { refusalOf, restClient } from './rest.ts'
import type { WhatsAppSettings } from './settings.ts'
import { setupFault } from './setup-fault.ts'

const PATIENCE_MS = 5000

/** One real call: whose account it is, and whether it is in use. Beside that, whether Twilio can reach the desk. */
export async function checkWhatsApp(settings: WhatsAppSettings): Promise<ChannelFinding[]> {
  return [await checkAccount(settings), checkAddress(settings)]
}

async function checkAccount(settings: WhatsAppSettings): Promise<ChannelFinding> {
  try {
    const { friendlyName, status } = await restClient(settings, PATIENCE_MS)
      .api.v2010.accounts(settings.accountSid)
      .fetch()
    if (status !== 'active')
      return { state: 'fail', says: `the account "${friendlyName}" is ${status}; see the Twilio Console for why.` }
    return {
      state: 'ok',
      says: `the account "${friendlyName}" answers; the desk writes from ${addressOf(settings.from)}.`,
    }
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal) return { state: 'fail', says: `${setupFault(refusal)}.` }
    return { state: 'warn', says: 'Twilio did not answer; check the network, and look again.' }
  }
}

function checkAddress({ publicUrl }: WhatsAppSettings): ChannelFinding {
  if (publicUrl === null)
    return {
      state: 'fail',
      says: 'PUBLIC_URL is not set: Twilio signs for the address it posts to, and reports what became of a message there. Set it, and PUBLIC_PORT.',
    }
  const state = publicUrl.startsWith('https://') ? 'ok' : 'warn'
  return {
    state,
    says: `Twilio posts to ${publicUrl}/hooks/whatsapp${TRY_AGAIN}: enter it for the sender in the Twilio Console.`,
  }
}

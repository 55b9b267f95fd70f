import { quietChannel } from '#app/quiet-channel.ts'
import { CLIENT, WHATSAPP_POLICY, type WhatsAppDesk, whatsAppDesk } from './desk.ts'

/** A desk on WhatsApp with Pia on file, who can be mailed too. */
export async function deskWithPia(policy = WHATSAPP_POLICY): Promise<WhatsAppDesk> {
  const email = quietChannel('email', {
    members: false,
    speaksFirst: true,
    placeFor: (address) => (address.includes('@') ? address : null),
  })
  const desk = await whatsAppDesk({ policy, channels: [email] })
  const csv = `id,name,email,phone,company\r\nc1,Pia Lund,pia@acme.example,${CLIENT},Acme Ltd\r\n`
  await desk.made.local.importers.contacts({
    file: 'contacts.csv',
    zone: 'Europe/London',
    open: async function* () {
      yield csv
    },
  })
  return desk
}

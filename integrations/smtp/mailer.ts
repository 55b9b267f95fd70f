import { DeskError } from '#kernel/errors.ts'
import { isMessageId, MailAddress, messageIdOf } from '#kernel/mail.ts'
import { SECOND_MS } from '#kernel/units.ts'
import type { Letter, Mailer } from '#ports/mailer.ts'
import { faultOf } from './fault.ts'
import type { SmtpSettings } from './settings.ts'

/** How long the server may take to answer, at each step. */
const ANSWER_MS = 20 * SECOND_MS

/** A mailer over one mail server; a connection for each message, so that none is left hanging. */
export interface SmtpMailer extends Mailer {
  /** Connects, greets and signs in, and sends nothing. @throws DeskError INTEGRATION_DOWN, MAIL_REFUSED */
  verify(): Promise<void>
}

export function smtpMailer(settings: SmtpSettings, answerMs = ANSWER_MS): SmtpMailer {
  const host = settings.from.address.split('@').at(-1)
  const idOf = (key: string): string => messageIdOf(key, host)
  return {
    configured: true,
    from: settings.from.address,
    idOf,

    async send(letter) {
      const id = idOf(letter.key)
      const message = { from: settings.from, messageId: `<${id}>`, ...messageOf(letter) }
      const { rejected } = await connected(settings, answerMs, (transport) => transport.sendMail(message))
      return { id, refused: rejected }
    },

    async verify() {
      await connected(settings, answerMs, (transport) => transport.verify())
    },
  }
}

/** The message without its sender and id. @throws DeskError MAIL_REFUSED where a recipient is no address */
function messageOf({ to, subject, text, inReplyTo, references = [], automatic = false }: Letter) {
  if (to.length === 0 || to.some((address) => !MailAddress.safeParse(address).success))
    throw new DeskError('MAIL_REFUSED', { problem: 'a recipient is no address' })
  const before = [...new Set([...references, ...(inReplyTo === null ? [] : [inReplyTo])])].filter(isMessageId)
  return {
    to: to.map((address) => ({ name: '', address })),
    subject: subject.replace(/\p{Cc}+/gu, ' ').trim(),
    text,
    ...(inReplyTo !== null && isMessageId(inReplyTo) && { inReplyTo: `<${inReplyTo}>` }),
    ...(before.length > 0 && { references: before.map((id) => `<${id}>`) }),
    // RFC 3834: whoever else answers by itself is not to answer this.
    ...(automatic && { headers: { 'Auto-Submitted': inReplyTo === null ? 'auto-generated' : 'auto-replied' } }),
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

async function connected<T>(
  { host, port, secure, isLoopback, auth }: SmtpSettings,
  answerMs: number,
  work: (transport: Awaited<ReturnType<typeof transportOver>>) => Promise<T>,
): Promise<T> {
  const transport = await transportOver({
    ...{ host, port, secure, requireTLS: !secure && !isLoopback },
    // A server on this machine shows whatever certificate it has.
    tls: { rejectUnauthorized: !isLoopback },
    ...(auth && { auth }),
    connectionTimeout: answerMs,
    greetingTimeout: answerMs,
    socketTimeout: answerMs,
    dnsTimeout: answerMs,
    logger: false,
  })
  try {
    return await work(transport)
  } catch (error) {
    throw faultOf(error)
  } finally {
    transport.close()
  }
}

/** The library is loaded when the first message goes out: a desk without a mail server never needs it. */
async function transportOver(options: import('nodemailer').SMTPTransportOptions) {
  const { createTransport } = await import('nodemailer')
  return createTransport(options)
}

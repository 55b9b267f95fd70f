import { DeskError } from '#kernel/errors.ts'
import { MailAddress } from '#kernel/mail.ts'

/** A mail server and the address mail comes from. */
export interface SmtpSettings {
  host: string
  port: number
  /** TLS from the first byte (`smtps:`), rather than after STARTTLS. */
  secure: boolean
  /** The server is this machine: only then may mail and password travel unencrypted. */
  isLoopback: boolean
  auth: { user: string; pass: string } | null
  from: { name: string; address: string }
}

const PORTS = { 'smtp:': 587, 'smtps:': 465 } as const

/**
 * Reads SMTP_URL and MAIL_FROM; null where no server is named. Without MAIL_FROM mail comes from the user name, where that is
 * an address.
 * @throws DeskError CONFIG_INVALID, which never shows the address of the server: it holds the password
 */
export function smtpSettings(url: string | undefined, from: string | undefined): SmtpSettings | null {
  if (url === undefined) return null
  const { protocol, hostname, port, username, password } = parsed(url)
  if (!isKnown(protocol) || hostname === '') throw badUrl()
  const [user, pass] = [username, password].map(decoded) as [string, string]
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? PORTS[protocol] : Number(port),
    secure: protocol === 'smtps:',
    isLoopback: /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname),
    auth: user === '' ? null : { user, pass },
    from: sender(from ?? user, from === undefined),
  }
}

const isKnown = (protocol: string): protocol is keyof typeof PORTS => Object.hasOwn(PORTS, protocol)

const badUrl = (): DeskError =>
  new DeskError('CONFIG_INVALID', {
    name: 'SMTP_URL',
    value: 'not what it should be',
    problem: 'expected something like smtp://user:password@mail.example.com:587',
  })

function parsed(url: string): URL {
  try {
    return new URL(url)
  } catch {
    throw badUrl()
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw badUrl()
  }
}

/** `Northwind <desk@northwind.example>`, or the address alone. */
function sender(text: string, isUser: boolean): SmtpSettings['from'] {
  const [, name = '', bracketed] = /^([^<>]*)<([^<>]+)>$/.exec(text.trim()) ?? []
  const address = MailAddress.safeParse(bracketed ?? text.trim())
  if (address.success && !/\p{Cc}/u.test(name))
    return { name: name.trim().replace(/^"|"$/g, ''), address: address.data }
  throw new DeskError('CONFIG_INVALID', {
    name: 'MAIL_FROM',
    value: isUser ? 'not set' : JSON.stringify(text),
    problem: 'expected the address mail comes from, such as desk@northwind.example',
  })
}

import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { onTestFinished } from 'vitest'

/** What a server took. */
export interface Taken {
  from: string
  to: string[]
  text: string
  secure: boolean
  user: string | null
}

/** A real mail server on this machine, and what it took. */
export interface MailServer {
  port: number
  taken: Taken[]
  /** Passwords that travelled, in the order they came. */
  passwords: string[]
}

/** @param options of `smtp-server`; it asks for the password `secret` of `desk`, unless `authOptional` is set */
export async function mailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const taken: Taken[] = []
  const passwords: string[] = []
  const server = new SMTPServer({
    logger: false,
    disableReverseLookup: true,
    allowInsecureAuth: true,
    onAuth({ username, password }, _session, done) {
      passwords.push(password ?? '')
      if (username === 'desk' && password === 'secret') done(null, { user: username })
      else done(Object.assign(new Error('no'), { responseCode: 535 }))
    },
    onData(stream, session, done) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        taken.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          text: Buffer.concat(pieces).toString('utf8'),
          secure: session.secure === true,
          user: session.user ?? null,
        })
        done()
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return { port: (server.server.address() as AddressInfo).port, taken, passwords }
}

/** An answer of the server to a command. */
export const answering = (responseCode: number): Error =>
  Object.assign(new Error('Jo Park is unknown'), { responseCode })

import { DeskError } from '#kernel/errors.ts'
import { messageIdOf } from '#kernel/mail.ts'

/** A message on its way out. */
export interface Letter {
  /** The same key is the same message: it always goes out under the same Message-ID. */
  key: string
  to: readonly string[]
  subject: string
  /** Plain text. */
  text: string
  /** Message-ID, without brackets, of what it answers; null: it is the first. */
  inReplyTo: string | null
  references?: readonly string[]
  /** Thread of the mailbox that it belongs to, and the desk's own conversation. */
  thread?: string | null
  conversation?: string | null
  /** The desk answers by itself: no machine is to answer that (RFC 3834). */
  automatic?: boolean
}

/** Sends mail. Left out on purpose: queueing and trying again (the outbox does that), and what may be sent to whom. */
export interface Mailer {
  /** False: nothing is ever sent, and `send` must not be called. */
  readonly configured: boolean
  /** The address mail comes from, where it is configured. */
  readonly from: string | null
  /** The Message-ID, without brackets, that goes with a key. */
  idOf(key: string): string
  /**
   * Hands a message to the mail server; it resolves once the server has taken it.
   * @returns its Message-ID, and the recipients that were refused where others were taken
   * @throws DeskError INTEGRATION_DOWN (to be tried again), MAIL_REFUSED (never), NO_SENDER
   */
  send(letter: Letter): Promise<{ id: string; refused: readonly string[] }>
}

/** Where no mail server is set up: nothing is sent, and nobody is told that it was. */
export const noMailer: Mailer = {
  configured: false,
  from: null,
  idOf: (key) => messageIdOf(key),
  send: async ({ to }) => {
    throw new DeskError('NO_SENDER', { who: to.join(', ') })
  },
}

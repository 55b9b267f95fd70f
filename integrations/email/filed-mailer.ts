import { DeskError } from '#kernel/errors.ts'
import { MailDraft, NO_HOST } from '#kernel/mail.ts'
import { toIso } from '#kernel/time.ts'
import type { Clock } from '#ports/clock.ts'
import type { Mailbox } from '#ports/mailbox.ts'
import type { Letter, Mailer } from '#ports/mailer.ts'

/** A mailer whose letters lie in the mailbox. */
export interface FiledMailer extends Mailer {
  /** The letter of a key is not tried again: where it still waits, it is a draft. */
  giveUp(key: string): Promise<void>
}

/**
 * Writes every letter down before it leaves: it waits in the outbox folder, lies in `sent` once the server took it, and is a
 * draft where the server refused it. A letter that was sent is not sent again; one that may have been, because a crash came
 * between, goes out again under the same Message-ID.
 */
export function filedMailer(mailer: Mailer, { mailbox, clock }: { mailbox: Mailbox; clock: Clock }): FiledMailer {
  const { configured, from } = mailer
  const idOf = (key: string) => mailer.idOf(key)
  const wait = ({ key, to, subject, text, inReplyTo, references = [], thread, conversation }: Letter) =>
    mailbox.add(MailDraft.parse({ from, to, subject, body: text, inReplyTo, references }), {
      id: idOf(key),
      folder: 'outbox',
      atMs: clock.nowMs(),
      ...(thread && { thread }),
      ...(conversation && { conversation }),
    })

  async function giveUp(key: string): Promise<void> {
    const waiting = await mailbox.get(idOf(key))
    if (waiting?.folder === 'outbox') await mailbox.move(waiting.id, 'drafts', waiting.version)
  }

  return {
    configured,
    from,
    idOf,
    giveUp,
    async send(letter) {
      if (!configured) return mailer.send(letter)
      const { id, folder, version } = await wait(letter)
      if (folder === 'sent') return { id, refused: [] }
      try {
        const sent = await mailer.send(abroad(letter))
        await mailbox.move(id, 'sent', version, wholeSecond(clock.nowMs()))
        return sent
      } catch (error) {
        if (error instanceof DeskError && !error.retry) await giveUp(letter.key)
        throw error
      }
    },
  }
}

/** The letter as the world may see it: without ids that only this mailbox knows. */
function abroad(letter: Letter): Letter {
  const isOurs = (id: string) => id.endsWith(`@${NO_HOST}`)
  const { inReplyTo, references = [] } = letter
  return {
    ...letter,
    inReplyTo: inReplyTo !== null && isOurs(inReplyTo) ? null : inReplyTo,
    references: references.filter((id) => !isOurs(id)),
  }
}

const wholeSecond = (ms: number): string => toIso(Math.floor(ms / 1000) * 1000)

import { DeskError } from '#kernel/errors.ts'
import { type Mail, messageIdOf, replySubject } from '#kernel/mail.ts'
import type { Clock } from '#ports/clock.ts'
import type { Mailbox } from '#ports/mailbox.ts'
import type { Hand } from './hand.ts'

type Args = Record<string, unknown>

/** Drafts. A draft is named by its key, so that a second call after a crash finds it. */
export function mailHand({ mailbox, clock }: { mailbox: Mailbox; clock: Clock }): Hand {
  return {
    outward: mailbox.outward,

    look: async (kind, args) => (kind === 'mail.discard' ? mailbox.get(String(args.id)) : null),

    async landed(kind, args, key) {
      const id = kind === 'mail.discard' ? String(args.id) : messageIdOf(key)
      const there = await mailbox.get(id)
      if (kind === 'mail.discard') return there === null ? { record: id, after: null } : null
      return there && { record: id, after: there }
    },

    async call(kind, args, key) {
      if (kind === 'mail.discard') {
        await mailbox.discard(String(args.id), String(args.version))
        return { record: String(args.id) }
      }
      const { to, subject, body, from } = args as unknown as Mail
      const thread = args.thread === null ? null : await threadFor(mailbox, String(args.thread))
      const mail = {
        ...{ from, to, cc: [], bcc: [], sentAt: null, body, attachments: [] },
        subject: subject === '' && thread ? thread.subject : subject,
        inReplyTo: thread?.last.id ?? null,
        references: thread ? [...thread.last.references, thread.last.id] : [],
      }
      const filing = { id: messageIdOf(key), folder: 'drafts', thread: thread?.id ?? null, atMs: clock.nowMs() }
      return { record: (await mailbox.add(mail, filing)).id }
    },

    async verify(kind, args, record) {
      const after = await mailbox.get(record)
      if (kind === 'mail.discard') return { after: null, asAsked: after === null }
      return { after, asAsked: after !== null && isAsAsked(after, args) }
    },
  }
}

/** The last message of a thread, which a draft answers. @throws DeskError NOT_ALLOWED where there is no such thread */
async function threadFor(mailbox: Mailbox, id: string) {
  const last = (await mailbox.thread(id)).filter(({ folder }) => folder !== 'drafts' && folder !== 'trash').at(-1)
  if (!last) throw new DeskError('NOT_ALLOWED', { why: 'there is no such thread of mail' })
  return { id, last, subject: replySubject(last.subject) }
}

const isAsAsked = (mail: Mail, { to, subject, body }: Args): boolean =>
  mail.folder === 'drafts' &&
  mail.to.join() === (to as string[]).join() &&
  (subject === '' || mail.subject === subject) &&
  mail.body === String(body).replace(/\r\n?/g, '\n')

import { DeskError } from '#kernel/errors.ts'
import type { Inbound } from '#kernel/inbound.ts'
import { type Mail, MailAddress, MailDraft, NO_HOST, replySubject } from '#kernel/mail.ts'
import type { Outbound } from '#kernel/outbound.ts'
import { toIso } from '#kernel/time.ts'
import { DAY_MS } from '#kernel/units.ts'
import type { Channel, Delivery, Sent } from '#ports/channel.ts'
import type { Clock } from '#ports/clock.ts'
import type { Mailbox } from '#ports/mailbox.ts'
import type { Mailer } from '#ports/mailer.ts'
import { headersOf, madeUpIdOf, mailFrom, ownIdOf, senderOf } from './arrived.ts'
import { isAutomatic } from './automatic.ts'

interface EmailParts {
  mailbox: Mailbox
  mailer: Mailer
  clock: Clock
}

/**
 * Mail as a channel. What comes in is filed in the inbox, what the desk says is filed before it leaves: it waits in the outbox
 * folder, and lies in `sent` once the mail server took it. Where there is no mail server it is a draft and nothing more. The
 * desk answers whoever the mail is from, never another address that it names (Reply-To): nobody vouches for either, and so an
 * answer reaches at worst the person in whose name was asked.
 */
export function emailChannel({ mailbox, mailer, clock }: EmailParts): Channel {
  return {
    name: 'email',
    capabilities: {
      maxTextLength: 100_000,
      buttons: false,
      editForm: false,
      editSent: false,
      idempotentSend: false,
      members: false,
    },

    start: async () => undefined,
    stop: async () => undefined,

    async keep(event) {
      const mail = mailFrom(event)
      const filing = { folder: 'inbox', conversation: event.conversation, atMs: event.atMs }
      const id = ownIdOf(event)
      const filed = id === null ? null : await mailbox.add(mail, { id, ...filing })
      // Somebody else's mail bears that id already.
      if (!filed || !isSame(filed, mail)) await mailbox.add(mail, { id: madeUpIdOf(event), ...filing })
      return isAutomatic(arrived(event), mailer.from) ? 'filed' : 'talk'
    },

    async send(delivery): Promise<Sent> {
      const { key, conversation } = delivery
      const letter = await letterOf(mailbox, delivery)
      if (!letter) return { unsent: 'no_address' }
      const { to, subject, text, answers } = letter
      const isEnough = (await sentLately(mailbox, to, clock.nowMs())) >= MOST_A_DAY
      const filed = await mailbox.add(
        MailDraft.parse({ from: mailer.from, to: [to], subject, body: text, ...before(answers) }),
        {
          id: mailer.idOf(key),
          folder: mailer.configured && !isEnough ? 'outbox' : 'drafts',
          thread: answers?.threadId ?? null,
          conversation,
          atMs: clock.nowMs(),
        },
      )
      if (filed.folder === 'sent') return { providerId: filed.id }
      if (filed.folder !== 'outbox') return { unsent: mailer.configured ? 'enough_for_today' : 'no_sender' }
      try {
        const { refused } = await mailer.send({
          key,
          to: [to],
          subject,
          text,
          ...seen(before(answers)),
          automatic: true,
        })
        if (refused.length > 0) throw new DeskError('MAIL_REFUSED', { problem: 'the recipient' })
      } catch (error) {
        if (!(error instanceof DeskError) || error.retry) throw error
        await mailbox.move(filed.id, 'drafts', filed.version)
        return { unsent: 'refused' }
      }
      await mailbox.move(filed.id, 'sent', filed.version, wholeSecond(clock.nowMs()))
      return { providerId: filed.id }
    },

    async givenUp(key) {
      const waiting = await mailbox.get(mailer.idOf(key))
      if (waiting?.folder === 'outbox') await mailbox.move(waiting.id, 'drafts', waiting.version)
    },
  }
}

/** More than a person is told in a day: beyond it two machines are talking, and what is said stays a draft. */
const MOST_A_DAY = 30

async function sentLately(mailbox: Mailbox, to: string, nowMs: number): Promise<number> {
  const last = await mailbox.find({ person: to, folder: 'sent', limit: MOST_A_DAY })
  return last.filter(({ sentAt }) => sentAt !== null && Date.parse(sentAt) > nowMs - DAY_MS).length
}

const wholeSecond = (ms: number): string => toIso(Math.floor(ms / 1000) * 1000)

const arrived = (event: Inbound) => ({
  from: senderOf(event),
  subject: event.subject ?? '',
  headers: headersOf(event),
})

const isSame = (filed: Mail, mail: MailDraft): boolean =>
  filed.from === mail.from && filed.body === mail.body && filed.subject === mail.subject

interface AnswerLetter {
  to: string
  subject: string
  text: string
  answers: Mail | null
}

/** Whom a message goes to: who wrote last in its conversation, or the address the conversation is named by. */
async function letterOf(mailbox: Mailbox, { conversation, message }: Delivery): Promise<AnswerLetter | null> {
  if (message.type !== 'reply' && message.type !== 'notice') return null
  const last = await mailbox.lastReceived(conversation)
  const named = MailAddress.safeParse(conversation)
  const to = named.success ? named.data : last?.from
  if (!to) return null
  const answers = last?.from === to ? last : null
  return { to, subject: message.subject ?? replySubject(answers?.subject ?? null), text: textOf(message), answers }
}

/** Buttons as lines that can be answered with their number. */
function textOf({ text, choices }: Pick<Extract<Outbound, { type: 'reply' }>, 'text' | 'choices'>): string {
  const untold = choices.filter(({ label }) => !text.includes(label))
  const lines = untold.length === 0 ? [] : ['', ...choices.map(({ label }, at) => `${at + 1}. ${label}`)]
  return `${[text, ...lines].join('\n')}\n`
}

const before = (answers: Mail | null): Pick<MailDraft, 'inReplyTo' | 'references'> => ({
  inReplyTo: answers?.id ?? null,
  references: answers ? [...answers.references, answers.id] : [],
})

/** Without the ids that only this mailbox knows. */
function seen({ inReplyTo, references }: Pick<MailDraft, 'inReplyTo' | 'references'>) {
  const isOurs = (id: string) => id.endsWith(`@${NO_HOST}`)
  return {
    inReplyTo: inReplyTo !== null && isOurs(inReplyTo) ? null : inReplyTo,
    references: references.filter((id) => !isOurs(id)),
  }
}

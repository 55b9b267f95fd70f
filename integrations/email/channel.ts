import { cleanText } from '#kernel/display.ts'
import { DeskError } from '#kernel/errors.ts'
import type { Inbound } from '#kernel/inbound.ts'
import { type Mail, MailAddress, MailDraft, replySubject } from '#kernel/mail.ts'
import type { Outbound } from '#kernel/outbound.ts'
import { DAY_MS } from '#kernel/units.ts'
import type { Channel, Delivery, Sent } from '#ports/channel.ts'
import type { Clock } from '#ports/clock.ts'
import type { Mailbox } from '#ports/mailbox.ts'
import type { Letter } from '#ports/mailer.ts'
import { headersOf, madeUpIdOf, mailFrom, ownIdOf, senderOf } from './arrived.ts'
import { isAutomatic } from './automatic.ts'
import type { FiledMailer } from './filed-mailer.ts'

interface EmailParts {
  mailbox: Mailbox
  mailer: FiledMailer
  clock: Clock
}

/**
 * Mail as a channel. What comes in is filed in the inbox; where there is no mail server, an answer is a draft and nothing more.
 * The desk answers whoever the mail is from, never another address that it names (Reply-To): nobody vouches for either, and so an
 * answer reaches at worst the person in whose name was asked.
 */
export function emailChannel({ mailbox, mailer, clock }: EmailParts): Channel {
  const keepDraft = ({ key, to, subject, text, inReplyTo, references, thread, conversation }: Letter) =>
    mailbox.add(MailDraft.parse({ from: mailer.from, to, subject, body: text, inReplyTo, references }), {
      id: mailer.idOf(key),
      folder: 'drafts',
      atMs: clock.nowMs(),
      ...(thread && { thread }),
      ...(conversation && { conversation }),
    })

  return {
    name: 'email',
    capabilities: {
      maxTextLength: 100_000,
      buttons: false,
      editForm: false,
      editSent: false,
      idempotentSend: false,
      members: false,
      speaksFirst: true,
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
      const letter = await letterOf(mailbox, delivery)
      if (!letter) return { unsent: 'no_address' }
      const isSent = (await mailbox.get(mailer.idOf(letter.key)))?.folder === 'sent'
      const isEnough = !isSent && (await sentLately(mailbox, letter.to[0], clock.nowMs())) >= MOST_A_DAY
      if (!mailer.configured || isEnough) {
        await keepDraft(letter)
        await mailer.giveUp(letter.key)
        return { unsent: isEnough ? 'enough_for_today' : 'no_sender' }
      }
      try {
        const { id, refused } = await mailer.send(letter)
        return refused.length > 0 ? { unsent: 'refused' } : { providerId: id }
      } catch (error) {
        if (error instanceof DeskError && !error.retry) return { unsent: 'refused' }
        throw error
      }
    },

    placeFor: (address) => (mailer.configured && MailAddress.safeParse(address).success ? address : null),
    givenUp: (key) => mailer.giveUp(key),
  }
}

/** More than a person is told in a day: beyond it two machines are talking, and what is said stays a draft. */
const MOST_A_DAY = 30

async function sentLately(mailbox: Mailbox, to: string, nowMs: number): Promise<number> {
  const last = await mailbox.find({ person: to, folder: 'sent', limit: MOST_A_DAY })
  return last.filter(({ sentAt }) => sentAt !== null && Date.parse(sentAt) > nowMs - DAY_MS).length
}

const arrived = (event: Inbound) => ({
  from: senderOf(event),
  subject: event.subject ?? '',
  headers: headersOf(event),
})

const isSame = (filed: Mail, mail: MailDraft): boolean =>
  filed.from === mail.from && filed.body === mail.body && filed.subject === mail.subject

interface AnswerLetter extends Letter {
  to: [string]
}

/** To whom wrote last in a conversation, or to the address the conversation is named by; null where nobody is known. */
async function letterOf(mailbox: Mailbox, { key, conversation, message }: Delivery): Promise<AnswerLetter | null> {
  if (message.type !== 'reply' && message.type !== 'notice') return null
  const last = await mailbox.lastReceived(conversation)
  const named = MailAddress.safeParse(conversation)
  const to = named.success ? named.data : last?.from
  if (!to) return null
  const answers = last?.from === to ? last : null
  return {
    key,
    to: [to],
    subject: cleanText(message.subject ?? replySubject(answers?.subject ?? null), { oneLine: true }),
    text: textOf(message),
    inReplyTo: answers?.id ?? null,
    references: answers ? [...answers.references, answers.id] : [],
    thread: answers?.threadId ?? null,
    conversation,
    automatic: !(message.type === 'notice' && message.dictated),
  }
}

/** Buttons as lines that can be answered with their number. */
function textOf({ text, choices }: Pick<Extract<Outbound, { type: 'reply' }>, 'text' | 'choices'>): string {
  const untold = choices.filter(({ label }) => !text.includes(label))
  const lines = untold.length === 0 ? [] : ['', ...choices.map(({ label }, at) => `${at + 1}. ${label}`)]
  return `${cleanText([text, ...lines].join('\n'))}\n`
}

import { DeskError } from '#kernel/errors.ts'
import type { Inbound } from '#kernel/inbound.ts'
import type { Language } from '#kernel/language.ts'
import { languageOf } from '#kernel/phrases.ts'
import { DAY_MS } from '#kernel/units.ts'
import type { Channel, Sent } from '#ports/channel.ts'
import { saidIn, spokeIn } from '#store/journal/history.ts'
import { countSent } from '#store/outbox/outbox.ts'
import type { DeskContext } from '../context.ts'
import { CHANNEL, inEveryForm } from '../forms/post.ts'
import { formLetter } from './form-letter.ts'

/**
 * What answers forms. The thank-you page takes its answer from the outbox itself; beside that the answer is mailed, where mail
 * is set up, to the address that was left, and not more often than the policy has it: anybody can write anybody's address into
 * a form. What is not sent stays in the console, with the reason.
 */
export function formChannel({
  sql,
  clock,
  policy,
  mailer,
}: Pick<DeskContext, 'sql' | 'clock' | 'policy' | 'mailer'>): Channel {
  const lastIn = (conversation: string): Promise<{ address: string | null; language: Language }> =>
    sql.read(function* () {
      const [said] = yield* saidIn(conversation, 1)
      const [speaker] = yield* spokeIn(conversation, 1)
      // An erased message is a text.
      const event = said && (JSON.parse(said.body) as Partial<Inbound>)
      return { address: event?.from?.email ?? null, language: speaker ? languageOf(speaker) : 'en' }
    })

  const mailedToday = (conversation: string): Promise<number> =>
    sql.read(function* () {
      let count = 0
      for (const each of inEveryForm(conversation, Object.keys(policy().forms)))
        count += yield* countSent(each, clock.nowMs() - DAY_MS)
      return count
    })

  return {
    name: CHANNEL,
    capabilities: {
      maxTextLength: 100_000,
      buttons: false,
      editForm: false,
      editSent: false,
      idempotentSend: false,
      // Mails to one address are counted over all its conversations.
      serial: true,
      members: false,
    },
    start: async () => undefined,
    async send({ key, conversation, message }): Promise<Sent> {
      if (!mailer.configured) return { unsent: 'no_sender' }
      const { address, language } = await lastIn(conversation)
      const letter = formLetter(message, policy().company.name, language)
      if (address === null || letter === null) return { unsent: 'no_address' }
      const most = policy().forms[formOf(conversation)]?.mailsPerDay ?? 0
      if ((await mailedToday(conversation)) >= most) return { unsent: 'enough_for_today' }
      try {
        const { id, refused } = await mailer.send({ key, to: [address], ...letter, inReplyTo: null, automatic: true })
        return refused.length > 0 ? { unsent: 'refused' } : { providerId: id }
      } catch (error) {
        if (error instanceof DeskError && !error.retry) return { unsent: 'refused' }
        throw error
      }
    },
    stop: async () => undefined,
  }
}

const formOf = (conversation: string): string => conversation.split(':')[1] ?? ''

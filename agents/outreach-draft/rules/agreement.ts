import { cleanLine } from '#kernel/display.ts'
import type { RulingDraft } from '#kernel/ruling.ts'
import { labelOf } from '../book.ts'
import type { Agreement } from '../request.ts'
import { askWho } from './ask.ts'
import type { Facts, OutreachPolicy } from './facts.ts'
import { whoIs } from './who.ts'

/** A member heard somebody agree: it is noted with their words, for the address that the channel knows them by. */
export function decideAgreement(request: Agreement, facts: Facts, policy: OutreachPolicy): RulingDraft {
  const [whom] = request.whom
  const who = whom ? whoIs(whom, facts, policy) : null
  if (who?.type !== 'contact') return askWho(who, request)
  const { contact } = who
  const { channel, words } = request
  const way = facts.reach.get(contact.id)?.ways.find((one) => one.channel === channel)
  const place = way?.address ?? way?.conversation ?? (channel === 'email' ? contact.emails[0] : contact.phones[0])
  if (!place)
    return {
      type: 'answer',
      text: `${cleanLine(labelOf(contact), 80)} has no ${channel === 'email' ? 'e-mail address' : 'number'} on file, so there is nothing to note the consent for. Tell me it first.`,
    }
  if (way?.consent?.state === 'given')
    return {
      type: 'answer',
      text: `That is noted already: ${cleanLine(labelOf(contact), 80)} agreed to be written to there.`,
    }
  return {
    type: 'propose',
    actions: [
      {
        kind: 'consent.record',
        args: { contact: contact.id, channel, place, words },
        because: `it was said: "${cleanLine(words, 120)}"`,
      },
    ],
  }
}

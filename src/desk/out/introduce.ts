import type { Outbound } from '#kernel/outbound.ts'
import { languageOf, phrasesIn } from '#kernel/phrases.ts'
import type { Principal } from '#kernel/principal.ts'
import type { Operation } from '#ports/sql.ts'
import { messagesIn } from '#store/outbox/outbox.ts'
import type { DeskContext } from '../context.ts'

interface Place {
  channel: string
  conversation: string
}

/** The first thing somebody outside hears on a channel of people's own says that a machine speaks. */
export function* introduced(desk: DeskContext, to: Principal, place: Place, message: Outbound): Operation<Outbound> {
  const introduces = desk.channels.get(place.channel)?.capabilities.introduces === true
  if (!introduces || to.kind === 'member' || message.type !== 'reply') return message
  if ((yield* messagesIn(place.conversation, 1)).length > 0) return message
  const first = phrasesIn(languageOf(to)).introduction(desk.policy().company.name)
  return { ...message, text: `${first}\n${message.text}` }
}

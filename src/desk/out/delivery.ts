import { memberById } from '#policy/people.ts'
import type { Channel, Delivery } from '#ports/channel.ts'
import { actionsOf } from '#store/actions/action-rows.ts'
import { flagById } from '#store/flags/flag-rows.ts'
import { type OutboxRow, sentCopies } from '#store/outbox/outbox.ts'
import { sentLately } from '#store/outbox/waiting.ts'
import { mintTickets } from '../act/tickets.ts'
import type { DeskContext } from '../context.ts'
import { isEditable } from '../views/edit-fields.ts'
import { withClock } from './clock.ts'

/** A queued message with what its channel needs to send it: a ticket for buttons, or the copies that it closes. */
export async function deliveryOf(
  desk: DeskContext,
  { capabilities }: Pick<Channel, 'capabilities'>,
  row: OutboxRow,
  again: boolean,
): Promise<Delivery> {
  const { key, conversation, to, message } = row
  const delivery: Delivery = {
    key,
    conversation,
    to,
    message,
    row: row.id,
    again,
    ...(again && (await triedOf(desk, capabilities, row))),
  }
  if (message.type === 'card') {
    const zone = memberById(desk.policy(), to[0] ?? '')?.timezone ?? 'Etc/UTC'
    const card = { ...message, card: await desk.sql.read(() => withClock(desk, message.card, zone)) }
    return capabilities.tickets ? withTicket(desk, delivery, card) : { ...delivery, message: card }
  }
  if (message.type === 'notice' && message.media && !capabilities.media)
    return { ...delivery, message: withAddresses(message, message.media) }
  if (message.type !== 'card_closed' || !capabilities.editSent) return delivery
  return { ...delivery, replaces: await desk.sql.read(() => sentCopies(message.flag, row.channel)) }
}

type Notice = Extract<Delivery['message'], { type: 'notice' }>

/** Where no file can go with a message, it is said where the file is. */
const withAddresses = ({ media: _none, ...notice }: Notice, media: NonNullable<Notice['media']>): Notice => ({
  ...notice,
  text: [notice.text, ...media.map(({ name, url }) => `${name}: ${url}`)].join('\n'),
})

/** Messages of a channel among which a second try must not take one for its own first. */
const LATELY = 200

/** Where the provider cannot tell a second try from a second message: what the channel needs to look for the first. */
async function triedOf(
  desk: DeskContext,
  { idempotentSend }: Channel['capabilities'],
  { id, channel, createdMs }: OutboxRow,
): Promise<Pick<Delivery, 'tried'>> {
  if (idempotentSend) return {}
  return { tried: { sinceMs: createdMs, others: await desk.sql.read(() => sentLately(channel, id, LATELY)) } }
}

type CardMessage = Extract<Delivery['message'], { type: 'card' }>

/** A card with its ticket, and without the verb to edit where a form would be of no use. */
async function withTicket(desk: DeskContext, delivery: Delivery, message: CardMessage): Promise<Delivery> {
  const found = await desk.sql.read(function* () {
    const flag = yield* flagById(message.card.flag)
    return flag && { flag, plan: yield* actionsOf(flag.task) }
  })
  if (!found) return delivery
  const [ticket] = await mintTickets(desk, [found])
  const canEdit = isEditable(found.plan)
  const verbs = message.card.verbs.filter((verb) => verb !== 'edit' || canEdit)
  return { ...delivery, message: { ...message, card: { ...message.card, verbs } }, ...(ticket && { ticket }) }
}

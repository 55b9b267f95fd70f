import type { Channel, Delivery } from '#ports/channel.ts'
import { actionsOf } from '#store/actions/action-rows.ts'
import { flagById } from '#store/flags/flag-rows.ts'
import { type OutboxRow, sentCopies } from '#store/outbox/outbox.ts'
import { mintTickets } from '../act/tickets.ts'
import type { DeskContext } from '../context.ts'
import { isEditable } from '../views/edit-fields.ts'

/** A queued message with what its channel needs to send it: a ticket for buttons, or the copies that it closes. */
export async function deliveryOf(
  desk: DeskContext,
  { capabilities }: Pick<Channel, 'capabilities'>,
  row: OutboxRow,
  again: boolean,
): Promise<Delivery> {
  const { key, conversation, to, message } = row
  const delivery: Delivery = { key, conversation, to, message, again }
  if (message.type === 'card' && capabilities.tickets) return withTicket(desk, delivery, message)
  if (message.type !== 'card_closed' || !capabilities.editSent) return delivery
  return { ...delivery, replaces: await desk.sql.read(() => sentCopies(message.flag, row.channel)) }
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

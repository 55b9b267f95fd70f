import type { Decision, Press } from '#kernel/inbound.ts'
import type { Principal } from '#kernel/principal.ts'
import { checkedEdits } from '../act/edits.ts'
import { flagOfTicket } from '../act/tickets.ts'
import type { DeskContext } from '../context.ts'
import { editFrom } from '../views/edit-fields.ts'

/**
 * The decision that a press of a button stands for. A form is read now, while it is open before its editor; whether they may
 * decide, and who was first, is told when the decision is taken.
 * @throws DeskError CARD_CHANGED for a ticket that is none, BAD_EDIT
 */
export async function decisionOf(
  desk: DeskContext,
  { ticket, verb, note, fields }: Press,
  by: Principal,
): Promise<Decision> {
  const { flag, plan, shown, isAsShown } = await flagOfTicket(desk, ticket)
  const decision: Decision = { flag: flag.id, verb, plan: shown, ...(note && { note }) }
  if (verb !== 'edit' || flag.state !== 'open' || !isAsShown) return decision
  const edit = editFrom(plan, fields ?? {}, by.zone)
  await checkedEdits(desk, flag, edit, by)
  return { ...decision, edit }
}

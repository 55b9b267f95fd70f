import { sayWho } from '#kernel/display.ts'
import type { Decision, Press, Sender } from '#kernel/inbound.ts'
import type { Principal } from '#kernel/principal.ts'
import { memberById } from '#policy/people.ts'
import { decidesFlag } from '../act/authority.ts'
import { checkedEdits } from '../act/edits.ts'
import { memberPrincipal } from '../act/member-principal.ts'
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

/**
 * As whom somebody decides: as themselves where they may; else for the member whose role they hold on the channel, which vouches for
 * it. It is on record through whom.
 * @throws DeskError CARD_CHANGED for a ticket that is none
 */
export async function deciderOf(
  desk: DeskContext,
  { ticket }: Press,
  { standsFor }: Sender,
  named: Principal,
): Promise<Principal> {
  const policy = desk.policy()
  const member = standsFor === undefined ? undefined : memberById(policy, standsFor)
  if (!member) return named
  const { flag } = await flagOfTicket(desk, ticket)
  if (named.kind === 'member' && decidesFlag(policy, named.id, flag)) return named
  return { ...memberPrincipal(member), through: sayWho(named) }
}

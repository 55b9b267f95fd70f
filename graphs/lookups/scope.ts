import type { Principal } from '#kernel/principal.ts'
import type { Policy } from '#policy/policy.ts'
import type { Calendar } from '#ports/calendar.ts'
import type { Clock } from '#ports/clock.ts'
import type { Crm } from '#ports/crm.ts'
import type { ReadInvitationReply } from '#ports/invitations.ts'
import type { Recall } from '#ports/recall.ts'

/** The unscoped world. Only lookups see it, and each of them narrows it to one principal. */
export interface World {
  calendar: Calendar
  crm: Crm
  recall: Recall
  readReply: ReadInvitationReply
  clock: Clock
  policy(): Policy
  /** How the outside reaches the desk's own pages, without a slash at the end; null while it cannot. */
  publicBase(): string | null
}

/** For whom, and where, the lookups of one run are made. */
export interface Asker {
  principal: Principal
  conversation: string
  task: string
}

/** A member, vouched for by the channel: sees the team's calendars and the contacts. */
export const isInsider = (principal: Principal): boolean =>
  principal.kind === 'member' && principal.assurance === 'verified'

/** A client on file, vouched for by the channel: sees the meetings they sit in. A stranger's address is only a claim. */
export const isKnownClient = (principal: Principal): boolean =>
  principal.kind === 'client' && principal.assurance === 'verified' && principal.email !== null

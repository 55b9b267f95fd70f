import type { DeskContext } from '#desk/context.ts'
import { recallOf } from '#desk/watch/recall.ts'
import type { World } from '#graphs/lookups/scope.ts'
import type { ReadInvitationReply } from '#ports/invitations.ts'

/** What lookups see beside the desk's own ports. */
interface Beside {
  /** How the outside reaches the desk's own pages. */
  publicBase?: (() => string | null) | undefined
  readReply?: ReadInvitationReply
}

/** The world that lookups narrow down, out of the desk's own ports. */
export function worldOf(context: DeskContext, { publicBase = () => null, readReply = () => null }: Beside = {}): World {
  const { calendar, crm, clock, policy } = context
  return { calendar, crm, clock, policy, publicBase, recall: recallOf(context), readReply }
}

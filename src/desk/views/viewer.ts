import type { Principal } from '#kernel/principal.ts'
import { approversOf, memberById } from '#policy/people.ts'
import type { Policy } from '#policy/policy.ts'
import type { FlagRow } from '#store/flags/flag-rows.ts'

/** The member who looks at a page. */
export interface Viewer {
  id: string
  name: string
  /** IANA zone in which they are told times. */
  zone: string
  approver: boolean
}

/** The viewer behind a policy id, or null where the policy no longer names them. */
export function viewerOf(policy: Policy, id: string): Viewer | null {
  const person = memberById(policy, id)
  if (!person) return null
  const approver = approversOf(policy).some((one) => one.id === id)
  return { id, name: person.name, zone: person.timezone, approver }
}

/** Whether a member is shown the buttons of a flag. The decision itself is checked at its door once more. */
export const mayDecide = (viewer: Viewer, flag: Pick<FlagRow, 'owner' | 'backup'>): boolean =>
  viewer.approver || viewer.id === flag.owner || viewer.id === flag.backup

/** The viewer as the one on whose behalf sentences are said. */
export const principalOf = ({ id, name, zone }: Viewer): Principal => ({
  kind: 'member',
  id,
  name,
  assurance: 'verified',
  email: null,
  phone: null,
  zone,
  roles: [],
})

/** The conversation a member has with the desk in the console. */
export const ownConversation = (viewer: Pick<Viewer, 'id'>): string => `console:${viewer.id}`

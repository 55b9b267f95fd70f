import type { Principal } from '#kernel/principal.ts'
import { memberById } from '#policy/people.ts'
import type { Policy } from '#policy/policy.ts'
import { isApprover } from '../act/authority.ts'

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
  const approver = isApprover(policy, id)
  return { id, name: person.name, zone: person.timezone, approver }
}

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

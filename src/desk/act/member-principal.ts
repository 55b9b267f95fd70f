import type { Principal } from '#kernel/principal.ts'
import type { PolicyPerson } from '#policy/policy.ts'

/** A member as the one to whom sentences are said: their own name is left out, times are in their zone. */
export const memberPrincipal = ({ id, name, email, timezone }: PolicyPerson): Principal => ({
  kind: 'member',
  id,
  name,
  assurance: 'verified',
  email,
  phone: null,
  zone: timezone,
  roles: [],
})

import type { Language } from '#kernel/language.ts'
import type { Lead } from '#kernel/lead.ts'
import type { Principal } from '#kernel/principal.ts'
import type { OpeningMessage } from '#ports/agent.ts'
import type { Identity } from '#ports/lookups.ts'
import type { Team } from './route/round-robin.ts'

/** The world as far as one message from outside needs it: plain data, already within what its sender may lead to. */
export interface Facts {
  readonly nowMs: number
  readonly principal: Principal
  readonly language: Language
  readonly channel: string
  readonly conversation: string
  readonly message: OpeningMessage
  /** Their own lead, where there is one. */
  readonly mine: Lead | null
  /** Whether they, or their company, are on file: for routing, never to be said. */
  readonly identity: Identity
  readonly team: Team
  /** Their domain stands in a file that the policy names under `leads.never`. */
  readonly competitor: boolean
  /** The page where whoever they are routed to, or anybody, can be booked; null where there is none. */
  readonly bookingLink: (person: string | null) => string | null
}

/** Whether the channel vouches for who writes. */
export const isVouched = ({ principal }: Pick<Facts, 'principal'>): boolean => principal.assurance === 'verified'

/** Who writes, for the team: what they call themselves is only what they say. */
export const nameFor = (person: { name: string | null; email: string | null; phone: string | null }): string =>
  person.name ?? person.email ?? person.phone ?? 'somebody'

import type { Lead } from '#kernel/lead.ts'
import type { Policy } from '#policy/policy.ts'
import type { Identity } from '#ports/lookups.ts'
import type { Team } from '../route/round-robin.ts'

/** A meeting with a lead that lies ahead. */
export interface Ahead {
  lead: string
  /** ISO instant. */
  start: string
  /** Names of the members at it. */
  with: readonly string[]
}

/** The world as far as a member's words about leads need it: plain data. */
export interface TeamFacts {
  readonly nowMs: number
  readonly policy: Policy
  /** Who asks; `vouched` where the channel says so, too. */
  readonly asker: { id: string; name: string; zone: string; approver: boolean; vouched: boolean }
  /** Leads that the words may mean, best first; one where there is no doubt. */
  readonly meant: readonly Lead[]
  /** Every lead on file. */
  readonly all: readonly Lead[]
  /** Whether who is written down is on file already, and whose they are. */
  readonly identity: Identity | null
  /** Their lead, where there is one. */
  readonly known: Lead | null
  readonly team: Team
  readonly ahead: readonly Ahead[]
}

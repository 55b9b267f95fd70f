import type { LeadClass, LeadStatus } from '#kernel/lead.ts'
import type { Reason } from '#kernel/reasons.ts'
import type { HandOff } from '#kernel/ruling.ts'
import type { Slot } from '../phrases/phrases.ts'

/** Somebody of the team is told; nobody has to decide. */
export interface Notice {
  /** Policy id. */
  to: string
  text: string
  urgent: boolean
  how: readonly ('slack' | 'discord' | 'whatsapp' | 'webhook')[]
}

/** A person decides, or takes over. */
export interface Raised {
  reason: Reason
  headline: string
  rule: string
  evidence: readonly { text: string; source: string }[]
  /** Policy id. */
  owner: string
}

/** What comes of a message from outside: what is said, asked, noted, told and put to a person. */
export interface Outcome {
  /** Lines of the answer; none is silence. */
  say: readonly string[]
  /** The one question at its end. */
  question?: { slot: Slot; text: string }
  flag?: Raised
  notices: readonly Notice[]
  handOffs?: readonly HandOff[]
  status: LeadStatus
  class: LeadClass
  reason?: string
  owner?: string | null
  nurtureAt?: string | null
  /** The rule behind it, as `why` prints it. */
  because: string
}

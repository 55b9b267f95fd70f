import type { z } from 'zod'
import type { Principal } from '../principal.ts'

/** What policy conditions speak about: a flat record, computed by code from arguments, before-image and principal. */
export type Facts = Readonly<Record<string, string | number | boolean | readonly string[]>>

/** How an address stands to the team; `unknown` is anyone who is neither a member nor on file. */
export type Party = 'member' | 'client' | 'unknown'

/** What facts and sentences may look at; the gate fills it, so that definitions stay pure. */
export interface ActionContext {
  principal: Principal
  /** Addresses that belong to the principal. */
  own: readonly string[]
  /** Records that were made for the principal in this very conversation. */
  made?: ReadonlySet<string>
  party(address: string): Party
  /** How an address is called: policy name, name on file, else the address. */
  nameOf(address: string): string
  /** What is on file about somebody: `investor`, `press`; null for nothing. */
  standing?(address: string): string | null
  /** Whether the policy names somebody under `vip`. */
  isVip?(address: string): boolean
  /** Whether a title names a meeting type that never gives way (`movable: false`). */
  isFixed?(title: string): boolean
  nowMs: number
  /** Zone in which times are said. */
  zone: string
}

export type Risk = 'none' | 'low' | 'medium' | 'high'

/** `clean`: as if it had not been. `compensating`: put back, but people have seen it. `impossible`: say so. */
export type UndoClass = 'clean' | 'compensating' | 'impossible'

export interface Inverse {
  kind: string
  args: Record<string, unknown>
}

/**
 * One kind of write. It belongs to the store it writes, not to an agent.
 * `Before` and `After` are images of the record; null where there is none.
 */
export interface ActionDefinition<Args, Image> {
  readonly kind: string
  readonly args: z.ZodType<Args>
  readonly store: 'calendar' | 'reminders' | 'contacts' | 'meetings' | 'mail'
  readonly risk: Risk
  readonly undo: UndoClass
  /** Only as the inverse of another kind; agents cannot propose it. */
  readonly inverseOnly?: boolean
  /** Policy key of its conditions, for instance `scheduling.approve_if`. */
  readonly approveIf: string | null
  /** Policy key of conditions under which even a single action is asked about. */
  readonly askIf?: string
  /** Policy key whose level (never, suggest, act_with_approval, act) applies to these facts. */
  autonomy(facts: Facts): string
  facts(args: Args, before: Image | null, context: ActionContext): Facts
  /** A refusal that no policy lifts, as a sentence; null where there is none. */
  refuse(args: Args, before: Image | null, context: ActionContext): string | null
  /** What takes it back, from the images; null where nothing can. */
  inverse(args: Args, before: Image | null, after: Image): Inverse | null
  /** The action as a sentence, from data only: `will` on a card, `done` in a report. */
  say(args: Args, before: Image | null, tense: 'will' | 'done', context: ActionContext): string
}

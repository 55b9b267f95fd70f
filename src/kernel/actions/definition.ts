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
  /** How a record is called, by its id; null where it is not known. */
  recordName?(id: string): string | null
  /** Leads that are the principal's own words: their only records to change. */
  ownLeads?: ReadonlySet<string>
  /** The policy's stages of a deal, in order. */
  stages?: readonly string[]
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
  readonly store:
    | 'calendar'
    | 'reminders'
    | 'meetings'
    | 'crm'
    | 'aliases'
    | 'replies'
    | 'team'
    | 'mail'
    | 'messages'
    | 'consents'
  readonly risk: Risk
  readonly undo: UndoClass
  /** Only as the inverse of another kind; agents cannot propose it. */
  readonly inverseOnly?: boolean
  /** Policy key of its conditions, for instance `scheduling.approve_if`. */
  readonly approveIf: string | null
  /** Policy key of conditions under which even a single action is asked about. */
  readonly askIf?: string
  /**
   * Policy keys whose levels (never, suggest, act_with_approval, act) apply to these facts; the strictest holds. None: only fixed
   * rules and conditions limit it.
   */
  autonomy(facts: Facts): string | readonly string[]
  /** The arguments with what they keep of who asks; the gate fills it in, so that no agent says it. */
  boundTo?(args: Args, principal: Principal): Args
  /** Dotted paths of arguments that may name a record made earlier in the same plan (`plan:0`). */
  readonly links?: readonly string[]
  /** Its sentences are for the team: outsiders hear none of them. */
  readonly teamOnly?: boolean
  /** It may be done for somebody outside whom nobody vouches for: it files or answers what they themselves wrote. */
  readonly unvouched?: boolean
  /** What it says when it is done is said to the requester as it stands. */
  readonly speech?: boolean
  facts(args: Args, before: Image | null, context: ActionContext): Facts
  /** A refusal that no policy lifts, as a sentence; null where there is none. */
  refuse(args: Args, before: Image | null, context: ActionContext): string | null
  /** A reason to ask first that no policy lifts; null where there is none. */
  ask?(args: Args, before: Image | null, context: ActionContext): string | null
  /** Whether the record is no longer as the agent saw it; without it, its version tells. */
  stale?(args: Args, before: Image | null): boolean
  /**
   * As much of the arguments as still stands as it was written; null for nothing. Without it an action stands where the whole
   * record is as it was left.
   */
  standing?(args: Args, after: Image, now: Image): Args | null
  /** The few fields of a record that a person compares after this action, in words. */
  sayImage?(args: Args, image: Image, context: ActionContext): string
  /** Why it can never be taken back; without it, people have seen it. */
  readonly undoneNever?: string
  /** What takes it back, from the images; null where nothing can. */
  inverse(args: Args, before: Image | null, after: Image): Inverse | null
  /** The action as a sentence, from data only: `will` on a card, `done` in a report. */
  say(args: Args, before: Image | null, tense: 'will' | 'done', context: ActionContext): string
}

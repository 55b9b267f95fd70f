import type { Composition } from '#app/compose.ts'
import type { SetClock } from '#app/system.ts'
import type { Hub } from '#desk/views/hub.ts'
import type { Channel } from '#ports/channel.ts'

/** Mia and Lee decide; Sam asks; Priya has no part in it. */
export const MEMBERS = ['mia', 'lee', 'sam', 'priya'] as const
export type Member = (typeof MEMBERS)[number]

/** A card as a member sees it in one place. */
export interface ShownCard {
  text: string
  /** There is something to tap, or a number to answer with. */
  open: boolean
  /** Whatever the place needs to press it, also later. */
  copy: unknown
}

/** What goes wrong with what is sent next, one after the other; `taken`: it was taken, and the line was cut before the answer. */
export type Trouble = 429 | 500 | 'hang' | 'reset' | 'taken'

/** A desk that runs, as a place needs it. */
export interface Running {
  made: Composition
  hub: Hub
  clock: SetClock
  /** The channel of the place; absent for the console. */
  channel: Channel | undefined
}

/**
 * One place where the team meets the desk: the channel's real client against a stand-in of its provider, or the console over HTTP. It
 * lives longer than the desk, which may stop and start again over it. What a person does resolves once it was acknowledged.
 */
export interface Front {
  readonly name: string
  /** With these the desk opens the channel. */
  readonly settings: Readonly<Record<string, string>>
  /** How the policy calls members there; without any it is part of the desk. */
  readonly handles: Partial<Record<Member, string>>
  /** A desk runs from now on. */
  join(running: Running): void | Promise<void>
  /** Says something to the desk alone. */
  say(member: Member, text: string): Promise<void>
  /** What a member was told alone, oldest first, and whatever answered a tap. */
  told(member: Member): Promise<string[]>
  /** Cards a member was shown, oldest first, as they look now. */
  cards(member: Member): Promise<ShownCard[]>
  press(member: Member, card: ShownCard, verb: 'approve' | 'take_over'): Promise<void>
  /** Changes the title of what a card proposes, and saves it. */
  edit(member: Member, card: ShownCard, title: string): Promise<void>
  /**
   * What the desk sends next, or changes in place next, meets this. Absent where there is no provider between the desk and its
   * people.
   */
  trouble?(where: 'post' | 'close', ...troubles: Trouble[]): void
  close(): Promise<void>
}

/** Opens a place; what it runs on is closed with the test. */
export type OpenFront = () => Promise<Front>

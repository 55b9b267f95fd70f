import type { Principal } from './principal.ts'

/** Who may be meant to say something. */
export type Audience = Principal['kind']

/**
 * How an intent is recognised without a model. Words are written in lower case as people type them; matching folds case,
 * accents and punctuation and counts a word's common forms (book, booked, booking) as one.
 */
export interface Cue {
  /** `book`, `query`, `move`, `cancel`, `remind`, ... free per agent. */
  intent: string
  /** The verb after `/desk`, or after the channel's own command sign; null where the intent has none. */
  slash: string | null
  /** What the verb stands for, put before the words that follow it, where they are no sentence without it: "new" deal Kite 12k. */
  says?: string
  /** What is done: "book", "set up", "put ... on". */
  verbs: readonly string[]
  /** What it is done to: "meeting", "call", "calendar". */
  objects: readonly string[]
  /** Words that make it somebody else's job: "flight", "table", "alarm". */
  refusals: readonly string[]
  /** Whole messages that mean this intent; tests route each of them. */
  examples: readonly string[]
  /** A message that a program wrote in this form is this intent's, whatever its words. */
  form?: 'invitation.reply'
  /** Whole messages of these shapes are this intent's, whatever else their words may mean. */
  shapes?: readonly RegExp[]
  /**
   * Whole messages that go on with what this agent last did for the same sender in the conversation, and say nothing without it:
   * `done` where something was written then, `open` where nothing came of it yet.
   */
  goesOn?: Readonly<Record<'done' | 'open', RegExp>>
  /** Who says this; absent: anybody. What the rest of the world writes is not looked at for it. */
  audience?: readonly Audience[]
}

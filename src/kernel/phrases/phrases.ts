import type { MediaRefusal, WithheldKind } from '../inbound.ts'

/** An action as a sentence without its end: what it will do, or what was done. `what` names the meeting. */
interface ActionPhrases {
  create(what: string): string
  move(what: string, to: string): string
  cancel(what: string): string
  restore(what: string): string
  remove(what: string): string
  update(what: string, changes: string): string
}

/**
 * What the desk itself says to people outside the team, and what every action says of itself. One file a language: a
 * phrase that is missing does not compile. Names, titles and times come in as they are to be shown.
 */
export interface Phrases {
  /** How Luxon writes a day: the locale, the day, and the year where it has to be named. */
  readonly dates: { readonly locale: string; readonly day: string; readonly year: string }
  /** `Sam`, `Sam and Jo`, `Sam, Jo and Priya`. */
  list(names: readonly string[]): string
  days(count: number): string
  /** What follows a title, with its space: ` with Sam and Jo`. */
  with(names: string): string
  allDay(day: string): string
  fromTo(first: string, last: string): string

  readonly will: ActionPhrases
  readonly done: ActionPhrases
  readonly change: {
    title(title: string): string
    place(place: string | null): string
    readonly description: string
    people(names: string): string
  }
  /** Somebody answered an invitation. */
  replied(who: string, reply: 'accepted' | 'declined' | 'tentative' | 'needs_action', what: string): string

  /** Why something was not done, as far as the languages other than English tell it; null: in the words of the rule. */
  readonly problem: string | null
  notDone(what: string, why: string): string
  queued(what: string, why: string): string
  unsure(what: string): string
  readonly nobodyDecided: string
  takenOver(by: string): string
  declined(by: string): string
  approved(by: string): string

  /** Before a meeting; `event` is its title, people and time. */
  reminder(event: string): string
  /** The ways to and from a meeting, which come and go with it: when they are, or none once they are gone. */
  ways(times: readonly string[]): string
  /** Label of the tap that asks for another time. */
  readonly anotherTime: string
  /** Somebody asked for silence, and took it back. */
  readonly stopped: string
  readonly started: string
  /** The first line somebody outside hears from the desk. */
  introduction(company: string): string
  /** In answer to a file without words. */
  readonly onlyText: string
  /** To whoever sent a file that is not taken, by why. */
  readonly notTaken: Readonly<Record<MediaRefusal, string>>
  /** To whoever wrote what is never kept: what those are called, and the sentence round them. */
  readonly notKept: Readonly<Record<WithheldKind, string>> & { sentence(what: string): string }
  /** Said before a job is done anew whose list of times was too old. */
  readonly listTooOld: string

  readonly waitsForPerson: string
  waitsFor(owner: string): string
  readonly yesOrNo: string
  /** What was read in somebody's words, before it is done; and the taps for it. */
  understood(what: string): string
  readonly yes: string
  readonly no: string
  readonly nobodysJob: string
  /** Nobody's job by the rules, while no model could be asked. */
  readonly notRead: string
  /** A job that depends on one which still waits, or was not done. */
  notStarted(part: string, first: string, waits: boolean): string
  /** A part of a message that is no job the desk can do, in the words it was asked in. */
  cannotYet(part: string): string
  /** The model was given a long message without some of it. */
  readInPart(characters: number): string
}

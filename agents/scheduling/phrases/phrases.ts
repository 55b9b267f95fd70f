import type { Relaxation } from '../rules/search.ts'

/**
 * Every sentence that somebody outside the team can hear from this agent, one file a language: a phrase that is missing
 * does not compile. Names, titles, times and lists come in as they are to be shown; the team is spoken to in English.
 */
export interface Phrases {
  readonly team: string
  /** Joins alternatives: ` or `. */
  readonly or: string
  /** How a part of a sentence is joined to a question that has several: ` And `. */
  readonly and: string

  /** What is to be arranged, inside other sentences; `length` is a duration in words. */
  readonly what: {
    plain(length: string): string
    typed(type: string, length: string): string
    titled(title: string, length: string): string
  }
  when(what: string): string
  whenInstead(event: string): string
  relaxed(many: boolean, how: string): string
  readonly relaxation: Readonly<Record<Relaxation, string>>
  /** `window` is null where it has passed already. */
  noTime(what: string, window: string | null): string
  notAvailable(slot: string): string
  justTaken(slot: string): string
  notAvailableOtherDay(slot: string): string
  /** Outside the team's working hours: said so, because it is no secret. */
  outsideHours(slot: string): string
  passed(slot: string): string
  readonly howOften: string
  noSuchDate(date: string): string

  several(count: number, parts: string): string
  isIt(words: string, readings: string): string
  unknownPerson(words: string): string
  whichPerson(words: string, names: string): string
  cannotCheck(condition: string): string

  cancelOrMove(event: string, times: string | null): string
  readonly cancelWhen: string
  readonly cancelIt: string
  which(events: string, more: boolean): string
  readonly notSureWhich: string
  noMeeting(mine: boolean, what: { words: string; people: string; when: string }): string
  readonly inThePast: string
  readonly ahead: string
  onDayAt(day: string, clock: string): string
  forWords(words: string): string

  readonly goAhead: string
  readonly leaveIt: string
  readonly goOnWithout: string
  readonly left: string
  /** Before another time is offered for a meeting that the guest missed. */
  readonly missed: string
  /** To be moved to where it is. */
  thereAlready(event: string): string
  readonly stuck: string

  nothingOn(when: string | null): string
  readonly twoWeeks: string
  readonly allDayShort: string
  readonly tentative: string
  more(count: number): string

  readonly noCalendar: string
  readonly onlyOwn: string
  readonly noStrangers: string
  readonly onlyTeamInvites: string
  readonly onlyTeamBlocks: string
  readonly onlyTeamSeries: string
  readonly passedOn: string
  readonly verySoon: string
  readonly movedOften: string
  inPerson(host: string): string
  whichDayAt(clock: string): string
  /** `days` are the readings of the date, or null where that is clear; `yours` and `ours` are zones. */
  whoseTime(words: string, days: string | null, yours: string, ours: string): string
  alsoIn(clock: string, zone: string): string
  noEarlier(who: string): string
  lastTime(event: string): string
  telling(host: string): string
  hostAnswers(host: string): string

  took(clock: string, words: string): string
  clocksSkip(words: string, clock: string): string
  comesTwice(words: string): string
  inZone(there: string, zoneThere: string, here: string, zoneHere: string): string
  notTold(names: string, many: boolean): string
}

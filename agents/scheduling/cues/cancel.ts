import type { Cue } from '#kernel/cue.ts'
import { ABSENCE, CALENDAR, EVENTS, OTHER_TRADES, OUT_OF, PIECES_OF, SPORTS } from './nouns.ts'
import { words } from './words.ts'

/** Taking something off, and not coming. */
export const CANCEL: readonly Cue[] = [
  {
    // What "it" is, the conversation says; nothing else follows such words.
    intent: 'cancel',
    slash: null,
    verbs: words(
      '=cancel it, =cancel that, =cancel that one, =cancel this, =cancel this one, =call it off, =delete it',
    ),
    objects: [],
    refusals: OTHER_TRADES,
    examples: ['cancel it', 'please cancel that one', 'cancel', 'please cancel', 'cancelar', 'annuler', 'absagen'],
  },
  {
    intent: 'cancel',
    slash: 'cancel',
    says: 'cancel',
    verbs: words(`
      cancel, call off, delete, remove, clear, clear out, clear off, erase, get rid of, drop, dismiss, scrap, scratch,
      take off, take ... off my, take ... off our, take ... off of, take ... off the calendar, take ... off the schedule, take ... off the books, wipe, kill, free up, empty, clean, withdraw, skip, decline, calendar is clear,
      calendar is completely clear, need ... deleted, no longer want, no longer need, no longer going to, needs to be deleted`),
    objects: [...EVENTS, ...ABSENCE, ...SPORTS, ...CALENDAR, '{when}'],
    refusals: [...OTHER_TRADES, ...OUT_OF, ...PIECES_OF, 'reschedule'],
    examples: [
      "cancel everything friday, I'm sick",
      'delete my dentist appointment',
      'clear my calendar for the 9th',
      'skip the standup tomorrow',
    ],
  },
  {
    intent: 'cancel',
    slash: null,
    verbs: words(`
      cant make it, cannot make it, can not make it, wont make it, not make it, not going to make it, cant make the, cannot make the, can not make the, wont make the, cant make our,
      unable to attend, cant attend, cannot attend, cant come, cannot come, have to cancel, need to cancel`),
    objects: [],
    refusals: [...OTHER_TRADES, 'flight'],
    examples: ["Can't make it sorry 😔"],
  },
]

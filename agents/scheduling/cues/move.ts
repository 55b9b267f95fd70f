import type { Cue } from '#kernel/cue.ts'
import { ABSENCE, CALENDAR, EVENTS, OTHER_TRADES, PIECES_OF, SPORTS, TIME } from './nouns.ts'
import { words } from './words.ts'

/** Another time, another length, other people. */
export const MOVE: readonly Cue[] = [
  {
    intent: 'move',
    slash: 'move',
    says: 'move',
    verbs: words(`
      move, reschedule, push, push back, postpone, shift, swap, delay, extend, shorten, bring forward,
      prolong, rebook, bump, defer, rearrange, move up, lengthen, split, relocate`),
    objects: [...EVENTS, ...ABSENCE, ...SPORTS, ...CALENDAR, ...TIME, 'it', 'everything'],
    refusals: OTHER_TRADES,
    examples: [
      "push my 2pm by half an hour, I'm late",
      'move the standup to 9:45 from next week on',
      'swap my 10 and my 3',
      'move Acme to Thursday',
    ],
  },
  {
    intent: 'move',
    slash: null,
    verbs: words(`
      change, rename, retitle, rename ... to, update, modify, adjust, edit, alter, fix, correct, switch, re arrange, make my, make the, make it, make that, make this, make my ... {length}, make the ... {length}, make ... last, make ... instead, make ... earlier, make ... later, make ... longer, make ... shorter, start ... earlier, start ... later, change ... to,
      add ... to my {when}, add {length}, add an additional, add ... to the meeting,
      add ... to my meeting, add ... to the event, add ... to meeting, add ... to event, add ... to call, add ... to lunch, add ... to dinner, add ... to party, remove ... and add, revise, set the time, replace, amend, update ... to include`),
    objects: [
      ...EVENTS,
      ...ABSENCE,
      ...SPORTS,
      ...TIME,
      'earlier',
      'later',
      'longer',
      'shorter',
      'an hour',
      'half an hour',
      'location',
      'the place',
      'the time',
      'the title',
    ],
    refusals: [
      ...OTHER_TRADES,
      'reminder',
      'update my calendar',
      'update the calendar',
      'to my calendar',
      'into my calendar',
      'fix a',
      'fix an',
    ],
    examples: ['change my meeting with Megan to Monday at 3', 'make the review an hour instead of 30 minutes'],
  },
  {
    intent: 'move',
    slash: null,
    verbs: words(`
      remove ... from the, remove ... from my, remove ... from that, remove ... from this, remove ... from, take ... off, take ... off the,
      take ... from the, add ... to the, add ... to my, add ... to our, add ... to that, add ... to this, add ... to it,
      include ... in the, include ... in my, invite ... to the, invite ... to my, uninvite,
      put ... on the list, remove ... and add, remove ... include, make sure ... invited, drop ... from the, drop ... from that, drop ... from my, drop ... from our`),
    objects: [
      ...EVENTS,
      ...words('that one, this one, to that, attendees, guests, invitees, guest list, attendee list'),
    ],
    refusals: [...OTHER_TRADES, ...CALENDAR, 'reminder'],
    examples: ['add Priya to the review on Thursday', 'take Ann off the board meeting'],
  },
  {
    intent: 'move',
    slash: null,
    verbs: PIECES_OF,
    objects: [],
    refusals: [...OTHER_TRADES, 'reminder'],
    examples: ['remove the location', 'take off all the guests from Berlin'],
  },
  {
    intent: 'move',
    slash: null,
    verbs: words(`
      running late, running ... late, running behind, i am late, i will be late, i will be {length} late,
      be late, instead of {when}, need another time, another time, a different time, a different day,
            make it {when}, make it {length}, make that {when}, make that {length}, make this {when}, make this {length},
      it should be {when}, that should be {when}, it should have been, that should have been, i need it to be {when}, the ... should be {when},
      the ... should go to, the ... should start, the ... should end, the day is wrong, the time is wrong, the date is wrong,
      can we do {when} instead, {when} instead, {number} instead of {number}, my ... will be later, my ... will be earlier, the ... will be later, the ... will be earlier, that is now, it is now {when}, it is now on,
      my ... is now, the ... is now, is coming instead`),
    objects: [],
    refusals: [
      ...OTHER_TRADES,
      ...words(`
      cancel, delete, remove, tell, let ... know, fee`),
    ],
    examples: ['running 10 min late', 'can we do friday instead?'],
  },
]

import type { Cue } from '#kernel/cue.ts'
import { AVAILABILITY, CALENDAR, MANY_EVENTS, OTHER_TRADES, OWN_EVENTS, OWN_GAMES } from './nouns.ts'
import { words } from './words.ts'

/** Asking what, when, where, with whom, and who is free. */
export const QUERY: readonly Cue[] = [
  {
    intent: 'query',
    slash: 'agenda',
    verbs: words(`
      show, check, double check, list, see, view, look at, look up, look for, look through, look in, pull up,
      bring up, read, read back, tell me, tell us, find, find out, search, open, display, give me, give us, get my, get the, get me my, get me the, tell when, tell if, tell what, tell whether, go over,
      run through, walk me through, recite, know, review, summarize, summarise, confirm, provide, inform me,
      verify, have a look, let us view, what about, how about, explain, describe, recap, print,
      remember what, remind me what, remind me where, remind me who, remind me which, remind me when my, remind me when the, remind me when is, remind me of the date, remind me of the time, forget anything, locate, wondering, confirm that, do you know, plan my,
      information about, details, about, refresh, hear my, hear all, hear about my`),
    objects: [
      ...CALENDAR,
      ...OWN_EVENTS,
      ...MANY_EVENTS,
      ...AVAILABILITY,
      ...words(`
      my day, my week, my upcoming week, what i have, what i am doing, my date, =planned, =reminders, in the books, on the books`),
      ...OWN_GAMES,
    ],
    refusals: [
      ...OTHER_TRADES,
      'reminder list',
      '=notes',
      'room available',
      'rooms available',
      'any meeting room',
      'are meeting rooms',
      'transcript',
      'minutes of',
    ],
    examples: ['show me my calendar for Friday', 'list my meetings this week', 'check my schedule for tomorrow'],
  },
  {
    intent: 'query',
    slash: null,
    verbs: words(`
      what is, what are, what was, what were, what do i, what did i, what will i, what will, what am i, what have i,
      what does my, what time, what day, what date, what year, what month, what events, what event,
      what meetings, what meeting, what appointments, what appointment, what plans, what all, what if any,
      what else, what important, what kind of, what things, what stuff, what room, what place, what location,
      what hours, what =times, on what day, at what time, when is, when are, when was, when were, when am i,
      when do i, when did i, when will, when does, when did, when the, when do we, when are we, when have i,
      where is, where are, where was, where am i, where do i, where will, where did, where does, who is,
      who are, who has, who have, who will, who organized, who started, who am i, who else, who did,
      who do i, who all, who created, who set, who invited, who accepted, who declined, with whom, how long,
      how many, how much time, how is, how does, how soon, how often, do i, do we, did i, did we,
      have i, am i, are we, was i, will i, will we, will the, will there, has anyone, has ... declined,
      has ... accepted, has ... responded, is ... invited, is ... coming, is ... attending, is ... going, will ... be at, will ... be there, will ... attend, will ... come, is ... included, is ... still, is ... cancelled, is ... canceled, was ... cancelled, was ... canceled, does ... have, when ... is my, which room, is there, are there,
      was there, were there, is my, are my, is the, are any, are the, was my, was the, does my, does the,
      did my, did the, has my, has the, is it, is that, is anything, which, any, anything, is {when}, whats, what i have, is this {when}, is next {when},
      why did you put, why is my, how come`),
    objects: [
      ...CALENDAR,
      ...OWN_EVENTS,
      ...MANY_EVENTS,
      ...AVAILABILITY,
      ...words(`
      =scheduled, =planned, happening {when}, happening on {when}, happening on the {when}, happening in my, going on {when}, going on on {when}, set for {when}, set for the {when}, in the books, on the books, do i have open, going on in my, coming up,
      lined up, =reminders, my trip, my ... trip, my visit, my ... visit, my game, my ... game, my match, my ... match, my tournament, my ... tournament,
      i have going, did i have, i have to do {when}, set up, free, available, busy, my day, my week, my upcoming week, my next,
      organizer, organiser, attending, on for, put it at, up to, supposed to be, i have to be, doing {when}, happening {when},
      do i have {when}, have anything, have something, am i {when}`),
      ...OWN_GAMES,
    ],
    refusals: [
      ...OTHER_TRADES,
      'remind',
      'time is it',
      'is it possible',
      'can we talk',
      'your birthday',
      'you do',
      '=rooms are',
      'room available',
      'rooms available',
      'room availability',
    ],
    examples: [
      'do i have any meetings today',
      "what's on my calendar for Friday",
      'when is my next call with Jo',
      'why did you put it at 4?',
    ],
  },
  {
    intent: 'query',
    slash: null,
    verbs: words(`
      what is on, what is on for, when am i, where am i, what am i doing, what do i have, do i have, do i have anything, am i,
      have i got, have i, where do i have to be, what was i doing, what did i do, what will i be doing,
      who am i, what have i got, what stuff, what do i have going, are we, when are we, when do we, will we,
      will i, have anything, check, search, was i, is my, are my, was my, is there anything, what else`),
    objects: ['{when}'],
    refusals: [...OTHER_TRADES, 'time is it', 'due', 'holiday', 'date'],
    examples: [
      'what do i have on Thursday',
      'where do i have to be on 12/03',
      "what's on this week?",
      "what's on tomorrow?",
    ],
  },
  {
    // One's own, whatever it is called.
    intent: 'query',
    slash: null,
    verbs: words(`
      when is my, when are my, when was my, what time is my, what day is my, what time are my, when am i seeing, when do i see,
      when am i meeting, when do i meet, what is my {when}, where is my {when}, am i doing anything, who else will`),
    objects: [],
    refusals: [
      ...OTHER_TRADES,
      ...words('pay, due, holiday, day off, package, delivery, get here, arrive, takeaway, takeout, meal'),
    ],
    examples: ['when is my swimming lesson', 'what time is my hearing'],
  },
  {
    // Who comes and who does not.
    intent: 'query',
    slash: null,
    verbs: words(`
      who ... accepted, who ... declined, who ... responded, who ... replied, who is coming, who is attending,
      who is invited, who is going, who all is, has anyone accepted, has anyone declined, has anyone responded, has anyone ... accepted, has anyone ... declined, has anyone ... responded,
      has anyone ... replied, has anybody ... declined, has anybody ... accepted, did anyone ... decline, did anyone ... accept,
      did anyone ... respond, did i accept, did i decline, did i respond, did i rsvp, has everyone, have they accepted,
      who organized, who organised, who is organizing, who is organising, who is hosting, who the organizer is, who the organiser is`),
    objects: [],
    refusals: OTHER_TRADES,
    examples: ['who has not accepted yet', 'has anyone declined the picnic'],
  },
  {
    intent: 'query',
    slash: null,
    verbs: words('are ... free, are ... available, are ... busy, is everyone free, is everybody free'),
    objects: ['{when}'],
    refusals: [...OTHER_TRADES, ...words('are you, room, rooms')],
    examples: ['are Lee and Sam free on Monday'],
  },
  {
    intent: 'query',
    slash: null,
    verbs: words('is ... {when}, are ... {when}, was ... {when}'),
    objects: OWN_EVENTS,
    refusals: [
      ...OTHER_TRADES,
      ...words('is there, are there, are you, is it possible, possible, ok, okay, good, fine, work, is my birthday'),
    ],
    examples: ["is Lena's interview tomorrow", 'is the review on Friday'],
  },
  {
    intent: 'query',
    slash: null,
    verbs: words(
      'when am i, when are we, what time am i, what time are we, what day am i, what day did i, when did i, when do i, when will i',
    ),
    objects: ['=with'],
    refusals: [...OTHER_TRADES, 'available', 'free'],
    examples: ['when am i going climbing with Lee', 'what time are we riding with the twins'],
  },
  {
    intent: 'query',
    slash: 'free',
    verbs: words(`
      what ... do i have free, what ... free time, what ... spare time, how much free time, how much spare time, what hours am i,
      what slot, when ... spare time, what open, what free, what spare, what available, when am i free,
      when am i available, when i am free, when i am available, when i will be available,
      when i will be free, when will i be free, when will i be available, am i free, am i available,
      am i busy, am i open, if i am free, if i am busy, if i am available, i am available, available for,
      who is free, who is available, who is around, who has time, is ... free, is ... available, is ... busy,
      how free, how busy am i, how busy are we, how busy is my, my availability, availability, available time, available times, available slots,
      available slot, available dates, times available, time available, times ... available, free time,
      spare time, open time, open times, open slots, open dates, =openings, free slots, free slot, free hour,
      time slots, slot times, slots, do i have time, have time, have free, got time, i have time,
      schedule is free, schedule is open, schedule ... free, calendar ... free, calendar ... open,
      calendar ... clear, schedule ... clear, free on, find ... available, when ... available, when ... free,
      what =times`),
    objects: [],
    refusals: [
      ...OTHER_TRADES,
      ...words(`
      trial, free shipping, free up, are you free, are you available, your free, your spare, you do, meeting room, meeting rooms, meetings room, =rooms are, rooms available, add, cancel, clear my,
      make sure`),
    ],
    examples: [
      "who's free now to jump on a call with a hot lead??",
      'when am i free next week',
      'do i have any free time on the 14th',
      'is Sam available on Monday?',
    ],
  },
  {
    intent: 'query',
    slash: null,
    verbs: [],
    objects: [...CALENDAR, ...MANY_EVENTS, 'next meeting', 'next event', 'next appointment', 'next call', '{when}'],
    refusals: [
      ...OTHER_TRADES,
      ...words(`
      add, put, schedule a, set, book, delete, remove, cancel, clear, remind, create, make, mark, note,
      change, update, move, no, erase, =will, name`),
    ],
    examples: ["today's schedule", 'meetings today'],
  },
]

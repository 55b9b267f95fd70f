import type { Cue } from '#kernel/cue.ts'
import { ABSENCE, CALENDAR, EVENTS, MANY_EVENTS, OTHER_TRADES, SPORTS, TIME } from './nouns.ts'
import { words } from './words.ts'

/** Asking for a meeting, telling of one, taking a time that was offered. */
export const BOOK: readonly Cue[] = [
  {
    intent: 'book',
    slash: 'meet',
    verbs: words(`
      book, schedule, reschedule a, set up, set me up, arrange, plan, organise, organize, block, block off,
      block out, reserve, pencil in, pencil, fit in, squeeze in, squeeze, slot in, host, hold, secure,
      hook up, line up, lock in, put in`),
    objects: [
      ...EVENTS,
      ...ABSENCE,
      ...SPORTS,
      ...CALENDAR,
      ...TIME,
      ...words(`
      time, room, visit, whatever, me with, us in`),
    ],
    refusals: OTHER_TRADES,
    examples: [
      'book a call with Sam tomorrow at 3',
      'book discovery w/ jo@acme.io tues 3ish',
      'set up a monthly board call, last thursday, 90 min, from Jan',
      'block thu morning for the deck, dont let anyone in',
      'schedule lunch with Priya next week',
      'book me with someone senior not a bot',
    ],
  },
  {
    intent: 'book',
    slash: null,
    verbs: words(`
      add, put, enter, mark, write, note, log, include, insert, save, set, make, create, place, list,
      show me as, i need, i want, i would like, update my calendar, i have`),
    objects: words(`
      calendar, calendars, agenda, diary, my schedule, kalender, calendario, calendrier, planner, as busy`),
    refusals: ['contact', 'contacts', 'wipe', 'do i have'],
    examples: ['put the offsite in my calendar', 'mark my calendar as out of office on Friday'],
  },
  {
    intent: 'book',
    slash: null,
    verbs: words(`
      add, create, make, put, set, start, enter, write down, write, invite, get, throw, stick, insert,
      repeat, repeating, have the, have a, do a, do lunch, new, find a time, find time, find me a,
      find me {length}, find me {number}, find me time, find {length}, find {number}, find a slot,
      find a date, see if we can, let us do, let us have`),
    objects: [...EVENTS, ...ABSENCE, ...SPORTS, ...TIME],
    refusals: [
      ...OTHER_TRADES,
      ...words(`
      reminder, =list, instead of, make my, make the, make coffee, make me a coffee`),
    ],
    examples: [
      'add lunch with Lee on Friday at noon',
      'find 30 min with Sam and Priya this week, not before 11',
      'i want a meeting with your team next week',
    ],
  },
  {
    intent: 'book',
    slash: null,
    verbs: words(`
      meet, meet with, meet up, talk, speak, chat, catch up, connect, hop on, jump on, get on, get together,
      sit down with, see, come by, come in, drop by, quick call, have a call, have a chat, have a meeting,
      ring me, call me {when}, call me back, call me at, call you, i am free, we are free, are you free,
      are you available, have you got time, do you have time, would you have time, any time,
      when are you free, when can we, when could we, when can i, what times do you have, when works,
      what time works, when suits`),
    objects: [
      ...TIME,
      ...words(`
      a call, meeting, with you, with your, with him, with her, with them, quick chat, in person, we talk,
      we meet, we speak, we chat, soon`),
    ],
    refusals: [...OTHER_TRADES, 'what is', 'did', 'movie times', 'do i'],
    examples: ['hi can we talk tomorrow?', 'are you free on Tuesday for a quick chat?', 'when can we meet?'],
  },
  {
    intent: 'book',
    slash: null,
    verbs: words(`
      i have, i have got, i am, i will, i will be, we will, i am attending, i am going to, i am seeing,
      i am meeting, i fly, i will fly, we have, we are, i had, i met, i saw, i need, i need to be,
      i need to see, i want to see, i need to go, i want to meet, i need to meet, i have to meet, i want to,
      i need to, i am out, i am busy, i am off, i am away, i am on, i was, i want, i would like, i am having,
      i am taking, i am spending, i am flying, i am traveling, there is, there will be, i have to,
      we are having`),
    objects: [...EVENTS, ...ABSENCE, ...SPORTS, ...TIME],
    refusals: [
      ...OTHER_TRADES,
      ...words(`
      remind, do i have, what i, when i, if i, that i have, late, sick, know, asked, check, find out, decline,
      accept, join, wondering, tell them, let them know, prepare`),
    ],
    examples: ['i fly to berlin mon 7:40, back wed night', 'I have a dentist appointment on Friday at 3'],
  },
  {
    intent: 'book',
    slash: null,
    verbs: words(`
      {when} works, {when} ... works, {number} works, {number} is good, {when} is good, {when} ... is good, {when} is fine, {when} ... is fine,
      {when} suits, {when} ... suits, {when} is ok,{when} ... is ok, works for me, works for us, that works, does {when} ... work,
      how about {when}, what about {when}, let us do {when}, let us say {when}, how does {when},
      would {when}, could do {when}, can do {when}, same time as, send my link, send my booking link,
      {when} ... your time, {when} ok, {when} ... ok, {when} possible, {when} ... possible, anytime after, any time after,
      {when} puede ser, {when} ... puede ser, puede ser, me va bien, me viene bien, {when} passt, {when} ... passt, passt mir,
      {when} geht, {when} ... geht, {when} me va, me convient, ca me va, {when} ... convient`),
    objects: [],
    refusals: [...OTHER_TRADES, 'calendar'],
    examples: [
      '3 works',
      'thursday at 10 works for me',
      'end of the month, anytime after 6pm ok?',
      '03/04 at 5 your time or mine?',
      'next friday',
      'same time as last time with Lena',
      'send my link but only afternoons next week',
    ],
  },
  {
    intent: 'book',
    slash: null,
    verbs: [],
    objects: [...EVENTS, ...ABSENCE, ...SPORTS, '{when}'],
    refusals: [
      ...OTHER_TRADES,
      ...MANY_EVENTS,
      ...words(`
      what, when, where, who, how, why, is, are, did, do, does, any, cancel, delete, remove, clear, move,
      change, next, no, remind, show, tell, list, check, find, search, decline, accept, join, named, dismiss`),
    ],
    examples: ['lunch w/ dave at dishoom shoreditch wed 1pm', 'standup monday 9:30'],
  },
]

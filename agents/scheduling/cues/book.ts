import type { Cue } from '#kernel/cue.ts'
import { ABSENCE, CALENDAR, EVENTS, MANY_EVENTS, OTHER_TRADES, SPORTS, TIME } from './nouns.ts'
import { words } from './words.ts'

/** Verbs that are said of little else than of time. */
const ARRANGE: Cue = {
  intent: 'book',
  slash: 'meet',
  verbs: words(`
    book, schedule, reschedule a, fix a, fix an, fix up, set up, set me up, arrange, plan, organise, organize, block, block off, block out,
    reserve, pencil in, pencil, fit in, squeeze in, squeeze, slot in, host, hold, secure, hook up, line up, lock in,
    put in, find a time, find time, find me a, find me {length}, find me {number}, find me time, find {length},
    find {number}, find an hour, find half an hour, find a slot, find a date, find us`),
  objects: [
    ...EVENTS,
    ...ABSENCE,
    ...SPORTS,
    ...CALENDAR,
    ...TIME,
    ...words('time, room, visit, coffee, call, whatever, me with, us in, slot'),
  ],
  refusals: OTHER_TRADES,
  examples: [
    'book a call with Sam tomorrow at 3',
    'book discovery w/ jo@acme.io tues 3ish',
    'find 30 min with Sam and Priya this week, not before 11',
    'set up a monthly board call, last thursday, 90 min, from Jan',
    'block thu morning for the deck, dont let anyone in',
    'schedule lunch with Priya next week',
    'book me with someone senior not a bot',
  ],
}

/** Anything at all that is to stand in the calendar. */
const ENTER: Cue = {
  intent: 'book',
  slash: null,
  verbs: words(`
    add, put, enter, mark, write, note, log, include, insert, save, set, make, create, place, update my calendar, update the calendar, i have`),
  objects: words(`
    calendar, calendars, agenda, diary, my schedule, kalender, calendario, calendrier, planner, as busy`),
  refusals: words('contact, contacts, wipe, do i have'),
  examples: ['put the offsite in my calendar', 'mark my calendar as out of office on Friday'],
}

/** Time that nobody else is to take. */
const KEEP: Cue = {
  intent: 'book',
  slash: null,
  verbs: words('keep ... free, keep ... clear, keep ... open, leave ... free, leave ... clear, leave ... open'),
  objects: ['{when}', 'calendar', 'schedule', 'diary'],
  refusals: [...OTHER_TRADES, ...words('window, windows, door, doors, shop, store, tab, mind')],
  examples: ['keep friday afternoon free', 'leave tuesday morning open'],
}

/** "I need to ..." is about what follows, not about what is wished for. */
const BEFORE_A_VERB = words(
  'i need to, i want to, i would like to, i need you, i want you, i need help, i need some help',
)

/** Wishing it were in the calendar. */
const WISH: Cue = {
  intent: 'book',
  slash: null,
  verbs: words('i need, i want, i would like'),
  objects: ENTER.objects,
  refusals: [...ENTER.refusals, ...BEFORE_A_VERB],
  examples: ['I want it added to my calendar'],
}

/** Verbs that are said of everything: the object must be an event, or a day or a clock time must stand there. */
const MAKE: Cue = {
  intent: 'book',
  slash: null,
  verbs: words(`
    add, create, make, put, set, start, enter, write down, invite, get a, get me, get us, throw, stick, insert, repeat, repeating,
    mark, mark me, show me as, include, have the, have a, do a, do lunch, new, see if we can, let us do, let us have`),
  objects: [...EVENTS, ...ABSENCE, '{when}', '=break', 'lunch break'],
  refusals: [
    ...OTHER_TRADES,
    ...words(
      'reminder, =list, instead of, create ... =plan, make ... =plan, write ... =plan, create a =plan, make a =plan, make my, make the, make coffee, make me a coffee, close date, call to',
    ),
  ],
  examples: ['add lunch with Lee on Friday at noon', 'create a planning session'],
}

/** Seeing somebody. */
const MEET: Cue = {
  intent: 'book',
  slash: null,
  verbs: words(`
    =meet, =meet with, =meet up, talk, speak, chat, catch up, connect, do something, spend time, spend some time, hang out, grab, hop on, jump on, get on, get together,
    sit down with, see, come by, come in, drop by, quick call, have a call, have a chat, have a meeting, ring me,
    call me {when}, call me back, call me at, call you, i am free, we are free, are you free, are you available,
    have you got time, do you have time, would you have time, any time, when are you free, when can we, when could we,
    when can i, what times do you have, when works, what time works, when suits`),
  objects: [
    ...TIME,
    ...words(`
    a call, meeting, with you, with your, with him, with her, with them, quick chat, in person, we talk, we meet,
    we speak, we chat, soon`),
  ],
  refusals: [
    ...OTHER_TRADES,
    ...words('what is, did, movie times, do i, see what, see if, see when, see my, see the, see all, see who'),
  ],
  examples: ['hi can we talk tomorrow?', 'are you free on Tuesday for a quick chat?', 'when can we meet?'],
}

const NOT_TOLD = words(`
  remind, do i have, what i, when i, if i, that i have, late, sick, know, asked, check, find out, decline, accept, join,
  wondering, tell them, let them know, prepare, to call, call you, call me, call to, to email, to send, to tell, to ask, to write, to pay, to order, to reply, to log, to update, to hear, to see if, to find`)

/** Telling of an event that is to be, or wishing for one. */
const TELL: Cue = {
  intent: 'book',
  slash: null,
  verbs: words(`
    i have, i have got, i am attending, i am going to, i am having, i am taking, i will be, i will have, i had, i need, i want, i would like, {when} is, {when} ... is, it is, my ... is on, my ... is at, the ... is on {when}, we have, we are having, we will have, there is, there will be, i have to`),
  objects: [...EVENTS, ...ABSENCE],
  refusals: [...OTHER_TRADES, ...NOT_TOLD, ...BEFORE_A_VERB],
  examples: ['I have a dentist appointment on Friday at 3', 'i want a meeting with your team next week'],
}

/** Going to one. */
const ATTEND: Cue = {
  intent: 'book',
  slash: null,
  verbs: words(`
    i need to attend, i want to attend, i have to attend, i need to have, i want to have, i would like to have, i need to go to,
    i want to go to, i have to go to, i need to be at, i have to be at`),
  objects: TELL.objects,
  refusals: [...OTHER_TRADES, ...NOT_TOLD],
  examples: ['I need to attend a conference on Monday'],
}

/** Asking for a room: who asks wants it. */
const ROOM: Cue = {
  intent: 'book',
  slash: null,
  verbs: words(`
    is there a meeting room, is there any meeting room, is there a room, are there meeting rooms, are there rooms,
    are there any meeting rooms, are there any rooms, are there any meetings room, which meeting rooms, which rooms are, how many rooms are,
    rooms are free, rooms are available, ... meeting room availability, ... meeting room available, ... meeting rooms available, ... any meeting room, ... rooms available,
    need a meeting room, need a room, need meeting rooms, need the conference room`),
  objects: [],
  refusals: OTHER_TRADES,
  examples: ['are there meeting rooms available between 9 and 10'],
}

/** Telling where one is at some time. */
const AWAY: Cue = {
  intent: 'book',
  slash: null,
  verbs: words(`
    i have, i have got, i am seeing, i am meeting, i fly, i will fly, i am flying, =flying to, =flying out to, i am traveling, i am travelling,
    i am going to, i will be, i am spending, i need to, i have to, i am having, we are having, we are going, i need to be, i need to see,
    i want to see, i need to go, i want to go, i would like to go, i need to pick up, i have to pick up, i want to meet, i need to meet, i have to meet, i have to go, i have to be, i am out,
    i am busy, i am off, i am away, i am on, i am in`),
  objects: ['{when}'],
  refusals: [...OTHER_TRADES, ...NOT_TOLD, 'contact'],
  examples: [
    'i fly to berlin mon 7:40, back wed night',
    'flying to Lisbon monday 7:40, back wednesday night',
    "I'm out on Friday",
  ],
}

/** Taking a time that was offered, or offering one. */
const ACCEPT: Cue = {
  intent: 'book',
  slash: null,
  verbs: words(`
    {when} works, {when} ... works, {number} works, {number} is good, {when} is good, {when} ... is good,
    {when} is fine, {when} ... is fine, {when} suits, {when} ... suits, {when} is ok, {when} ... is ok,
    does {when} ... work, how about {when}, what about {when}, let us do {when}, let us say {when}, how does {when},
    would {when}, could do {when}, can do {when}, same time as, send my link, send my booking link, share my link, share my booking link,
    my booking link,
    {when} ... your time, {when} ok, {when} ... ok, {when} possible, {when} ... possible, anytime after,
    any time after`),
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
}

/** Only its name and when. */
const NAME: Cue = {
  intent: 'book',
  slash: null,
  verbs: [],
  objects: [...EVENTS, ...ABSENCE, ...SPORTS, 'coffee', '{when}'],
  refusals: [
    ...OTHER_TRADES,
    ...MANY_EVENTS,
    ...words(`
    what, when, where, who, how, why, is, are, did, do, does, any, cancel, delete, remove, clear, move, change, next meeting, next event, next appointment, next call, next one, yesterday, =had, =went, =liked, =loved, =asked, =said, =wants, =wanted, =told, =thinks, =thought, =happened, =enjoyed, =missed, =sent,
    =happy, =unhappy, =angry, =complained, =mentioned, =agreed, =signed, =seems, =seemed, =felt, =discussed, =talked, great job, good job, well done, thanks for,
    thank you for, congrats, =good, =great,
    no, remind, show, tell, list, check, find, search, decline, accept, join, named, dismiss`),
  ],
  examples: ['lunch w/ dave at dishoom shoreditch wed 1pm', 'standup monday 9:30'],
}

/** Asking for a meeting, telling of one, taking a time that was offered. */
export const BOOK: readonly Cue[] = [ARRANGE, ENTER, KEEP, WISH, MAKE, MEET, TELL, ATTEND, ROOM, AWAY, ACCEPT, NAME]

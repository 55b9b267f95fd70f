import type { Cue } from '#kernel/cue.ts'
import { PROVIDED_SHAPES } from '../read/query/provided.ts'
import { LISTS, MANY, SAME } from './shapes.ts'
import { OTHER_TRADES, words } from './words.ts'

const NOT_RECORDS = [
  ...OTHER_TRADES,
  ...words(`
  my calendar, on my calendar, my schedule, invite, invited, book a, meetings, reminders, my balance, my account, account balance, bank, savings,
  checking account, contact lens, movie, restaurant, who is the president, who wrote, who sings, who invented, your owner, your boss`),
]

/** What is asked of the records. */
export const QUERY: readonly Cue[] = [
  {
    intent: 'query',
    slash: 'crm',
    audience: ['member'],
    shapes: LISTS,
    verbs: words(`
      what is, what are, whats, what deals, which, which deals, which contacts, which customers, which clients, which accounts, which leads, how many, how much, show, show me, list, give me, find, any, count,
      what tasks, what is in, whats in, who are, top, biggest, largest, newest, what do we have in, do we have, total, sum up, total value of`),
    objects: words(`
      deals, open deals, pipeline, in pipeline, the pipeline, opportunities, contacts, customers, clients, accounts, leads, prospects, open tasks, tasks for, my deals, in the crm, by amount, deals closing,
      closing this month, closing next week, closing this week, overdue deals, stale deals, follow ups, notes on, notes about, duplicates in the crm`),
    refusals: NOT_RECORDS,
    examples: [
      'whats in pipeline > 10k closing this month',
      'deals closing next week',
      'top 5 by amount',
      'how many open deals has Sam',
      'open tasks for globex',
      'show me my deals',
      'list all contacts at globex',
      'which customers have not been contacted in the last 6 weeks',
      'total value of open deals',
      'pipeline',
      'are there any duplicates in the crm?',
    ],
  },
  {
    intent: 'query',
    slash: null,
    audience: ['member'],
    shapes: [
      /^\s*(?:what(?:['’]s|s| is)|do we have|give me|show me|send me|get me)\s+(?!my\b|your\b|the\b)(?:\p{L}+\s){0,2}?\p{L}+['’]s?\s+(?:(?:mobile|phone)\s+)?(?:number|phone|mobile|e-?mail(?: address)?|stage|status|close date|next step|owner|deal value)\s*\??\s*$/iu,
      /^\s*(?:please\s+)?tell me about\s+(?!(?:the|my|your|an?|this|that|these|yourself|what|how|why|when)\b)\p{L}[\p{L}'’.-]*(?:\s+\p{L}[\p{L}'’.-]*){0,2}\s*[?.]?\s*$/iu,
    ],
    verbs: words(`
      who owns, who is responsible for, who is looking after, who looks after, who handles, who manages, who is assigned to, who changed, who moved ... to, who edited, who updated, who set the,
      when was ... last updated, when did we last speak to, when did we last talk to, when did we last contact, when did we speak to, what do we know about, what do you know about, what did we last say to,
      tell me about, what have we got on, brief me on, last note on, latest note on, last notes on, notes on, notes about, history of, what happened with, what changed on, what stage is,
      what is the status of, how is ... going, whose account is, whose deal is, when does ... close, how much is ... worth, who have we not contacted, who is the owner of, whos on`),
    objects: [],
    refusals: NOT_RECORDS,
    examples: [
      'who owns hooli?',
      "who changed acme's amount?",
      'what do we know about Jo Byrne?',
      'last note on acme',
      'who is responsible for the acme deal',
      'when did we last speak to Pia',
      'what stage is acme in?',
      'how much is acme worth',
      'show me the history of acme',
      "what's Maria's number",
    ],
  },
]

/** Changes that one tap makes, and what wants tidying up. */
export const TIDY: Cue = {
  intent: 'tidy',
  slash: 'tidy',
  audience: ['member'],
  verbs: words(
    'tidy, tidy up, clean up, anything to tidy, anything to tidy up, what needs cleaning up, housekeeping, hygiene check',
  ),
  objects: words('crm, in the crm, the crm, pipeline, my deals, my records, our records, our contacts'),
  refusals: OTHER_TRADES,
  examples: ['anything to tidy up in the crm?', 'what needs tidying up in my deals?'],
}

/** Two records become one. */
export const MERGE: Cue = {
  intent: 'merge',
  slash: 'merge',
  says: 'merge',
  audience: ['member'],
  shapes: SAME,
  verbs: words(
    'merge, merge the two, merge both, merge ... into, merge ... and, are the same company, are the same person, are duplicates',
  ),
  objects: [],
  refusals: [...OTHER_TRADES, 'branch', 'pull request', 'cells', 'pdf', 'lanes'],
  examples: ['merge the two acme gmbhs', 'merge Acme Ltd into Acme GmbH', 'merge the two contacts jo byrne'],
}

/** What was said elsewhere is kept at a record. */
export const LOG: Cue = {
  intent: 'log',
  slash: 'log',
  says: 'log',
  audience: ['member'],
  verbs: words('log, log the last, save the last, attach, attach the last, keep the last, save our last, log our last'),
  objects: words(
    'whatsapp, whatsapp with, last whatsapp, chat with, conversation with, last chat, last conversation, thread with',
  ),
  refusals: OTHER_TRADES,
  examples: ['log the last WhatsApp w/ Pia', 'save our last chat with Pia in the crm'],
}

/** One change for many. */
export const BULK: Cue = {
  intent: 'bulk',
  slash: null,
  audience: ['member'],
  shapes: MANY,
  verbs: words(`
    move all, move every, mark all, mark every, reassign all, reassign every, assign all, transfer all, hand over all, close all, update all, set all, change all, delete all, remove all, archive all,
    moving all of, is taking over all of, taking over all, give ... all of, move my, no longer need to keep all of, set the ... of all, set the ... for all, moving all`),
  objects: words(`
    deals, stale deals, customers, contacts, leads, clients, accounts, opportunities, s deals, s leads, s customers, s contacts, s accounts, to nurture, as lost, stage, crm, interested in`),
  refusals: [...OTHER_TRADES, 'meetings', 'emails', 'tasks', 'events'],
  examples: [
    'move all stale deals to nurture',
    "reassign all of Raj's deals to Mia",
    'mark every lead customer not contacted for 6 weeks as lost',
    'close all overdue deals as lost',
    'set the close date of all my deals in negotiation to 31 december',
  ],
}

/** Something is arranged if file says so. */
export const PROVIDED: Cue = {
  intent: 'provided',
  slash: null,
  audience: ['member'],
  shapes: PROVIDED_SHAPES,
  verbs: words(`
    if we have not spoken to, if we have not spoke to, if we have not talked to, if we have not contacted, if nobody has contacted, if i have not spoken to, if it has been more than ... since, i have not spoken to ... if so,
    we have not spoken to ... if so, have not spoken to ... in a while`),
  objects: words('book, schedule, set up, remind me, meeting, whoever is assigned to, their owner, assigned to them'),
  refusals: [],
  examples: [
    "If we haven't spoken to Jo Byrne in the past two weeks, book a 30-minute meeting with whoever is assigned to them tomorrow",
    "I haven't spoken to Jo Byrne in a while. Can you check if it's been over 14 days? If so, book a 30-minute meeting with whoever is assigned to them tomorrow",
  ],
}

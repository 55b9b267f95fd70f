import type { Activity, ActivityDraft } from '#kernel/activity.ts'
import type { Contact } from '#kernel/contact.ts'
import type { CalendarEvent } from '#kernel/event.ts'
import type { Lead } from '#kernel/lead.ts'
import type { Reach } from '#kernel/reach.ts'
import type { FieldOp, RecordKind, Records } from '#kernel/record.ts'
import type { Untidy } from '#kernel/untidy.ts'
import type { BusyList } from './calendar.ts'
import type { InvitationReply } from './invitations.ts'

/** Somebody who can be met. Contacts are seen by members only. */
export interface Person {
  kind: 'member' | 'contact'
  /** Policy id of a member, contact id of a contact. */
  id: string
  name: string
  address: string
  zone: string
}

/** An event as its asker may see it; outsiders see their own meetings only. */
export type EventView = CalendarEvent

/** Whole days that somebody works at a place. */
export interface DaysAt {
  address: string
  /** Dates on the wall there; `to` is exclusive. */
  from: string
  to: string
  /** The zone the calendar keeps the days in. */
  zone: string
  /** The city the entry names, in lower case, or null. */
  city: string | null
}

/** What was lately spoken of in this conversation, newest first: the object of "it", "that", "the same". */
export interface RecentAction {
  action: string
  kind: string
  /** Record id the action wrote. */
  record: string
  /** The rule that led to it, as it was said then. */
  because: string
  atMs: number
  by: string
  /** Of a record's change, for members: field by field. */
  ops?: readonly FieldOp[]
}

/** What is known of a person or company somebody described: that they are on file, and whose they are. Never said to outsiders. */
export interface Identity {
  /** Id of the lead. */
  lead: string | null
  contact: { id: string; status: string | null; owner: string | null } | null
  account: { id: string; owner: string | null } | null
}

/** A record that words were once said to mean. `own`: by the asker; what only others call so is a candidate, no answer. */
export interface AliasFound {
  kind: RecordKind
  id: string
  own: boolean
}

/** What was last said with a client in one conversation, oldest first. */
export interface Talk {
  channel: string
  conversation: string
  said: readonly { by: 'them' | 'desk'; text: string; atMs: number }[]
}

/** Something the desk did, or a flag it raised, as a sentence in the asker's zone. */
export interface PastRow {
  /** Id of the action or the flag: what `why` takes. */
  id: string
  /** Record an action wrote, or null. */
  record: string | null
  sentence: string
  atMs: number
}

/** A stretch of time, epoch milliseconds; the end is exclusive. */
export interface Window {
  fromMs: number
  toMs: number
}

/**
 * The narrow questions an agent may ask of the world, already scoped to one principal. An agent gets those its contract
 * names and no others.
 */
export interface Lookups {
  /** The team: names, addresses and zones. An outsider sees names only of members. */
  'people.members': () => Promise<readonly Person[]>
  /** Members and, for members, contacts whose name or address the words may mean, best first. */
  'people.find': (words: string) => Promise<readonly Person[]>
  /** Events in a window: for a member the team's, for an outsider those they sit in. */
  'calendar.events': (query: {
    fromMs: number
    toMs: number
    people?: readonly string[]
  }) => Promise<readonly EventView[]>
  'calendar.event': (id: string) => Promise<EventView | null>
  /** Busy times of members, without titles. Other people's calendars are not readable. */
  'calendar.busy': (query: {
    addresses: readonly string[]
    fromMs: number
    toMs: number
  }) => Promise<readonly BusyList[]>
  /** Slots promised to others and not yet booked. */
  'calendar.holds': (query: {
    addresses: readonly string[]
    fromMs: number
    toMs: number
  }) => Promise<readonly BusyList[]>
  /** Whole days for which members' calendars say where they work, whoever asks: it moves their hours, and tells no more. */
  'calendar.places': (query: {
    addresses: readonly string[]
    fromMs: number
    toMs: number
  }) => Promise<readonly DaysAt[]>
  /** How the outside reaches the desk's own pages, without a slash at the end; null while it cannot. Those pages are public. */
  'links.base': () => Promise<string | null>
  /** The answer to an invitation that a text carries, of whomever it says; null where it carries none. */
  'invitation.reply': (text: string) => Promise<InvitationReply | null>
  /** Records of the team's: all of them for a member; for a verified client themselves, as a contact; nothing for others. */
  'crm.get': <K extends RecordKind>(kind: K, id: string) => Promise<Records[K] | null>
  'crm.find': <K extends RecordKind>(kind: K, words: string, limit: number) => Promise<readonly Records[K][]>
  'crm.list': <K extends RecordKind>(kind: K) => Promise<readonly Records[K][]>
  /** The contact with an e-mail address or a phone number. */
  'crm.byAddress': (address: string) => Promise<Contact | null>
  /** What was noted and planned about a record, newest first. */
  'crm.activities': (about: ActivityDraft['about']) => Promise<readonly Activity[]>
  /** Names of the team's own fields. */
  'crm.fields': (kind: Exclude<RecordKind, 'activity'>) => Promise<readonly string[]>
  /** What words mean to the asker, else to a colleague. */
  'crm.aliases': (words: string) => Promise<AliasFound | null>
  /** The asker's own lead, by this conversation or an address they have or claim. Nothing of it is said to who only claims. */
  'lead.mine': () => Promise<Lead | null>
  /** Whether somebody who was described is on file, and whose they are: for routing, and never to be said to an outsider. */
  'lead.identity': (described: {
    emails: readonly string[]
    phones: readonly string[]
    name: string | null
    company: string | null
    domain: string | null
  }) => Promise<Identity>
  /** Who was given leads, and when, newest first. */
  'lead.assigned': () => Promise<readonly { owner: string; atMs: number }[]>
  /** Who of the team is at work, and how many leads they were given since their midnight. */
  'team.now': () => Promise<readonly { id: string; working: boolean; leadsToday: number }[]>
  /** What a tidy team would mend in one member's records, or in everybody's. Members only. */
  'crm.untidy': (owner: string | null) => Promise<readonly Untidy[]>
  /** What was last said with a contact over a channel, or over any. Members only. */
  'talk.last': (contact: string, channel: string | null) => Promise<Talk | null>
  /** By which ways somebody on file can be written to now, the one they last used first. Members only. */
  'reach.of': (contact: string) => Promise<Reach | null>
  /** When the desk last wrote each record of a kind, epoch ms by id. Members only. */
  'history.written': (kind: RecordKind) => Promise<Readonly<Record<string, number>>>
  /** What was done for anybody in a window, newest first; reminders only of the asker's own. Members only. */
  'history.done': (window: Window) => Promise<readonly PastRow[]>
  /** Flags raised in a window, newest first, with how they stand. Members only. */
  'history.flags': (window: Window) => Promise<readonly PastRow[]>
  'history.recent': () => Promise<readonly RecentAction[]>
  /** What was done to one event that the asker may see, oldest first; for members also what a guest missed (`no-show:<address>`), and what was done to a record. */
  'history.of': (record: string) => Promise<readonly RecentAction[]>
}
export type LookupName = keyof Lookups

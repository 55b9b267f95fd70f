import type { DeskError } from '#kernel/errors.ts'
import type { Inbound, InboundDraft, InboundMedia } from '#kernel/inbound.ts'
import type { Card, Outbound } from '#kernel/outbound.ts'
import type { Choice } from '#kernel/ruling.ts'
import type { Clock } from './clock.ts'
import type { Log } from './log.ts'
import type { Plug, PlugFinding, Setting, Settings, Setup } from './plug.ts'

export type { PlugFinding as ChannelFinding, Setting as ChannelSetting, Setup as ChannelSetup }

/** What a channel can do; the desk asks these flags, never the channel's name. */
export interface ChannelCapabilities {
  /** Longest text of one message, in characters. */
  maxTextLength: number
  buttons: boolean
  /** Its buttons carry a ticket, by which the desk knows a card again; absent: its buttons are known by other means. */
  tickets?: boolean
  /** A form opened from a card. */
  editForm: boolean
  /** A sent card can be changed in place. */
  editSent: boolean
  /** The provider drops a second send with the same key. Where it does not, the channel looks before it sends again. */
  idempotentSend: boolean
  /** What goes to one conversation counts for another, so messages leave one at a time; absent: conversations go beside each other. */
  serial?: boolean
  /** Members are written to on it too; false: only people outside are. */
  members: boolean
  /**
   * How long after somebody's last message they may be written to in free text, milliseconds; later only an approved template may
   * go to them. Absent: always.
   */
  windowMs?: number
  /** Files go with a message, by their public addresses; absent: the address is said. */
  media?: boolean
  /** At first contact somebody outside is told that a machine writes. */
  introduces?: boolean
  /** People outside are written to here in the team's name too; absent: they are only answered. */
  speaksFirst?: boolean
  /** The provider wants people to have agreed before they are written to first; absent: nobody asks. */
  optIn?: boolean
  /** Cards are decided here in typed words ("1", "approve"); what must not be decided so says where it can be. */
  typed?: boolean
}

/** How far a provider has carried a message, in the order in which it happens. */
export const CARRIED = ['queued', 'sent', 'failed', 'delivered', 'read'] as const
export type Carried = (typeof CARRIED)[number]

/** What a provider says later of a message that it took. Reports come out of order, and more than once. */
export interface DeliveryReport {
  /** `Delivery.row` of the message. */
  row: number
  providerId: string
  carried: Carried
  /** Why it failed. */
  why?: Unsent
}

export interface Delivery {
  /** Idempotency key: the same key is the same message. */
  key: string
  conversation: string
  /** Members it is for, by policy id; empty means whoever is in the conversation. */
  to: readonly string[]
  message: Outbound
  /** The desk's own number of the message, by which a later report finds it. */
  row?: number
  /** An earlier try may have reached the provider. */
  again?: boolean
  /** Of a second try: since when there may have been a first, epoch milliseconds, and provider ids that stand for other messages. */
  tried?: { sinceMs: number; others: readonly string[] }
  /** An approved template to send in the place of the text, by the provider's id. */
  template?: { id: string; variables: Readonly<Record<string, string>> }
  /** For a card where the channel has tickets: stands for the flag and the plan as shown; it is all a button may carry. */
  ticket?: string
  /** For `card_closed`: provider ids of the sent copies, which are to say so now. */
  replaces?: readonly string[]
}

/** Why a message goes nowhere. It stays readable in the console, and is not tried again. */
export const UNSENT = [
  'no_sender',
  'no_address',
  'enough_for_today',
  'refused',
  /** Free text came too late, and there is no template to send instead. */
  'window_closed',
  /** Their number is not on the channel. */
  'not_reachable',
  /** They cannot be written to there at present; another channel can. */
  'other_channel',
  /** They want nothing of this kind. */
  'unwanted',
  /** The template or what was put into it cannot be sent. */
  'template_fault',
  /** The provider takes no more first messages for now. */
  'limit',
  /** The account or the sender is not set up rightly. */
  'setup',
  /** An outage of the provider's own: the same message may go through later. */
  'passing',
] as const
export type Unsent = (typeof UNSENT)[number]

/** What became of a message: what the provider calls it, or why it was not sent. */
export type Sent = { providerId: string | null } | { unsent: Unsent }

/** A front end. It carries messages both ways and decides nothing. */
export interface Channel {
  readonly name: string
  readonly capabilities: ChannelCapabilities
  /** Starts receiving; resolves when connected. @throws DeskError CHANNEL_SETUP, INTEGRATION_DOWN (tried again) */
  start(desk: ChannelDesk): Promise<void>
  /** @throws DeskError INTEGRATION_DOWN (tried again with back-off), RATE_LIMITED (the channel rests so long) */
  send(delivery: Delivery): Promise<Sent>
  /**
   * Where the channel keeps what is said (a mailbox): keeps a message that came in, before anybody reads it. Safe to call again.
   * @returns `filed` where a machine wrote it: it is not worked on and never answered
   */
  keep?(event: Inbound): Promise<'talk' | 'filed'>
  /**
   * Where files come in: learns what the files of a message are, once it is journaled, for that may take seconds. Absent: they are
   * what the channel handed in. It never fails.
   */
  look?(media: readonly InboundMedia[]): Promise<InboundMedia[]>
  /** Told that the message of a key could not be sent and is not tried again. */
  givenUp?(key: string): Promise<void>
  stop(): Promise<void>
  /** Whether a member can be written to here, by policy id; absent: everybody. */
  reaches?(member: string): boolean
  /**
   * Where somebody outside is written to by an e-mail address or number of theirs: a conversation; null where they cannot be, or
   * while nothing is set up that sends. Absent: only where they have written.
   */
  placeFor?(address: string): string | null
  /** Answers what the provider posts to `/hooks/<name>` of the public port; absent: it has no business there. */
  hook?(request: Request): Promise<Response>
}

/** What a channel may ask of the desk. Everything it hands in is journaled before the promise resolves: acknowledge then. */
export interface ChannelDesk {
  /**
   * Hands in an event; the same id again is the same event.
   * @throws DeskError BAD_EDIT for a press whose form cannot be used, CARD_CHANGED for an unknown ticket, DISK_FULL
   */
  receive(event: InboundDraft): Promise<{ duplicate: boolean }>
  /** Messages that were journaled since a moment, by the channel's own ids, newest first, at most some hundreds. */
  heardSince(sinceMs: number): Promise<{ id: string; conversation: string }[]>
  /** More was said while the channel was not open than it handed in now: whoever looks after such things is told, once. */
  missed(count: { heard: number; left: number }): Promise<void>
  /** Notes how far a message has come; it never goes backwards. */
  delivered(report: DeliveryReport): Promise<void>
  /** Whether the desk speaks in a conversation already. */
  takesPart(conversation: string): Promise<boolean>
  /** The form that changes a card's proposal, for a member, or why there is none, as a sentence. */
  editForm(ticket: string, member: string): Promise<CardForm | { closed: string }>
  /** What a member sees when they open the desk's own page in a channel. */
  home(member: string): Promise<HomeView | null>
  /** What a member may mean by the thing a verb is about: newest first, with a label each. */
  named(member: string, about: VerbObject): Promise<Choice[]>
  /** A small thing the channel has kept under a name, after whatever restart; null where there is none. */
  kept(name: string): Promise<string | null>
  /** Keeps it; null forgets it. */
  keep(name: string, value: string | null): Promise<void>
  /**
   * The provider closed a channel that was open, and will not open it before somebody mends what `fault` says: the desk tells
   * whom it concerns, stops the channel, and starts it again much later.
   */
  closed(fault: DeskError): void
}

/** One thing of a proposal that a person may change; times are on the wall of `zone`. */
export interface CardField {
  name: string
  label: string
  /** A check holds `yes`, or nothing where it is not ticked. */
  type: 'text' | 'datetime-local' | 'date' | 'emails' | 'check'
  value: string
}
export interface CardForm {
  headline: string
  zone: string
  fields: CardField[]
}

/** An overview for one member: what waits for them, what was done today. */
export interface HomeView {
  name: string
  /** Cards they may decide carry a ticket. */
  cards: { card: Card; ticket: string | null; owner: string; editable: boolean }[]
  done: { action: string; sentence: string; atMs: number; undoable: boolean; undone: boolean }[]
  paused: boolean
  /** How far the desk goes alone by the policy in force, for each part of its work. */
  autonomy: AutonomyOf[]
  /** What the model has cost, as it is said (`12 calls, 4,210 tokens, $0.0042`); null where there is no model. */
  cost: { today: string; month: string } | null
}

/** `scheduling`, with what it may do alone (`act`), asks about first, only suggests, and never does. */
export interface AutonomyOf {
  section: string
  levels: { level: 'act' | 'act_with_approval' | 'suggest' | 'never'; what: string[] }[]
}

/** A member of the team, as a channel has to know them. */
export interface ChannelPerson {
  /** Policy id. */
  id: string
  /** Their id on this channel by the policy, or null. */
  handle: string | null
  email: string | null
  /** IANA zone in which they are told times. */
  zone: string
  /** Role on this channel whose holders may decide for them, by its id; absent: none. */
  role?: string
}

/** What a verb of the desk is about, where that has a name: an open flag, something done, or any work. */
export type VerbObject = 'flag' | 'action' | 'work'

/** A short word that is understood without any reading (`meet sam 25m`), for channels that list them. */
export interface ChannelVerb {
  verb: string
  /** What it does, or an example of it. */
  says: string
  about?: VerbObject
}

/** What every channel is built with. */
export interface ChannelKit {
  clock: Clock
  log: Log
  /** The team by the policy in force. */
  people(): readonly ChannelPerson[]
  /** The most used first. */
  verbs(): readonly ChannelVerb[]
}

/** How a channel is installed: its folder hands this out. Whatever it needs to run is loaded by `open` and `check` only. */
export interface ChannelPlug extends Plug {
  /** Its channel; null where its settings are not given. @throws DeskError CONFIG_INVALID where they are given in part */
  open(settings: Settings, kit: ChannelKit): Promise<Channel | null>
  /** One real call with each credential. Empty where its settings are not given. */
  check(settings: Settings): Promise<PlugFinding[]>
}

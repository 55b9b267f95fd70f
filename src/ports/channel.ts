import type { InboundDraft } from '#kernel/inbound.ts'
import type { Outbound } from '#kernel/outbound.ts'

/** What a channel can do; the desk asks these flags, never the channel's name. */
export interface ChannelCapabilities {
  /** Longest text of one message, in characters. */
  maxTextLength: number
  buttons: boolean
  /** A form opened from a card. */
  editForm: boolean
  /** A sent card can be changed in place. */
  editSent: boolean
  /** The provider drops a second send with the same key. */
  idempotentSend: boolean
  /** Members are written to on it too; false: only people outside are. */
  members: boolean
}

export interface Delivery {
  /** Idempotency key: the same key is the same message. */
  key: string
  conversation: string
  /** Members it is for, by policy id; empty means whoever is in the conversation. */
  to: readonly string[]
  message: Outbound
}

/** Why a message goes nowhere. It stays readable in the console, and is not tried again. */
export const UNSENT = ['no_sender', 'no_address', 'enough_for_today', 'refused'] as const
export type Unsent = (typeof UNSENT)[number]

/** What became of a message: what the provider calls it, or why it was not sent. */
export type Sent = { providerId: string | null } | { unsent: Unsent }

/** A front end. It carries messages both ways and decides nothing. */
export interface Channel {
  readonly name: string
  readonly capabilities: ChannelCapabilities
  /** Starts receiving; resolves when connected. `receive` resolves once the event is journaled: acknowledge then. */
  start(receive: (event: InboundDraft) => Promise<{ duplicate: boolean }>): Promise<void>
  /** @throws DeskError INTEGRATION_DOWN (tried again with back-off) */
  send(delivery: Delivery): Promise<Sent>
  stop(): Promise<void>
}

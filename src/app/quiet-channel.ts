import { DAY_MS } from '#kernel/units.ts'
import type { Channel, ChannelCapabilities } from '#ports/channel.ts'

/** What a channel of its name has beside that. */
export interface QuietOptions extends Partial<ChannelCapabilities> {
  placeFor?: Channel['placeFor']
}

/** A channel that takes every message and shows it nowhere: the caller reads the store instead. */
export function quietChannel(name: string, { placeFor, ...capabilities }: QuietOptions = {}): Channel {
  return {
    name,
    capabilities: {
      maxTextLength: 100_000,
      buttons: true,
      editForm: true,
      editSent: true,
      idempotentSend: true,
      members: true,
      ...capabilities,
    },
    start: async () => undefined,
    send: async () => ({ providerId: null }),
    stop: async () => undefined,
    ...(placeFor && { placeFor }),
  }
}

/** One quiet channel of every kind there is, each as far as people outside can be written to by it. */
export function quietChannels(): Channel[] {
  return [
    quietChannel('console'),
    quietChannel('form'),
    quietChannel('slack', { speaksFirst: true }),
    quietChannel('discord', { speaksFirst: true }),
    quietChannel('whatsapp', {
      speaksFirst: true,
      optIn: true,
      windowMs: DAY_MS,
      placeFor: (address) => (/^\+\d{6,15}$/.test(address) ? `whatsapp:${address}` : null),
    }),
    quietChannel('email', {
      speaksFirst: true,
      members: false,
      placeFor: (address) => (address.includes('@') ? address : null),
    }),
  ]
}

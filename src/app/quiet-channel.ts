import type { Channel } from '#ports/channel.ts'

/** A channel that takes every message and shows it nowhere: the caller reads the store instead. */
export function quietChannel(name: string): Channel {
  return {
    name,
    capabilities: {
      maxTextLength: 100_000,
      buttons: true,
      editForm: true,
      editSent: true,
      idempotentSend: true,
      members: true,
    },
    start: async () => undefined,
    send: async () => ({ providerId: null }),
    stop: async () => undefined,
  }
}

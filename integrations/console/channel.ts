import type { Channel, Delivery } from '#ports/channel.ts'

/**
 * The web console as a channel. Its pages read what was said from the store, so a delivery only has to be announced: the
 * listener is told of each one, and whoever looks at that conversation draws it anew. What comes in does so over HTTP.
 */
export function consoleChannel(delivered: (delivery: Delivery) => void): Channel {
  return {
    name: 'console',
    capabilities: {
      maxTextLength: 100_000,
      buttons: true,
      editForm: true,
      editSent: true,
      idempotentSend: true,
      members: true,
    },
    start: async () => undefined,
    async send(delivery) {
      delivered(delivery)
      return { providerId: null }
    },
    stop: async () => undefined,
  }
}

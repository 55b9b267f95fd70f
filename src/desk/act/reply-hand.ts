import type { Hand } from './hand.ts'

/**
 * Answers to people outside are no writes anywhere: what is done is said, in the reply of the turn that did it, and that lies in
 * the outbox in one commit with the end of the turn.
 */
export function replyHand(): Hand {
  return {
    outward: false,
    look: async () => null,
    landed: async () => null,
    call: async (_kind, _args, key) => ({ record: key }),
    verify: async (_kind, args) => ({ after: args, asAsked: true }),
  }
}

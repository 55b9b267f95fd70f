import { addressKey } from './address-key.ts'
import type { LeadDraft } from './lead.ts'
import type { Principal } from './principal.ts'

const conversationKey = (conversation: string): string => `in:${conversation}`

const keysOf = (addresses: readonly (string | null)[], conversations: readonly string[]): string[] => [
  ...new Set([
    ...conversations.map(conversationKey),
    ...addresses.flatMap((one) => (one === null ? [] : (addressKey(one) ?? []))),
  ]),
]

/** What a lead is found by, each once: the conversations it spoke in, its addresses. */
export const leadKeys = ({ person, conversations }: Pick<LeadDraft, 'person' | 'conversations'>): string[] =>
  keysOf([person.phone, person.email], conversations)

/**
 * What the own lead of somebody outside is found by, the surest first: the conversation, then the addresses they have or claim. A
 * claimed address is good enough to file a message under, and never to be told anything.
 */
export const ownLeadKeys = ({ id, phone, email }: Principal, conversation: string): string[] =>
  keysOf([id.startsWith('whatsapp:') ? id : null, phone, email], [conversation])

/** Keys of a person who is described from outside (a form, a signature). */
export const reachKeys = (addresses: readonly string[]): string[] => keysOf(addresses, [])

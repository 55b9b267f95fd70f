import { addressKey } from './address-key.ts'
import { sha256 } from './ids.ts'

/**
 * Where a consent comes from: `words` of their own (START, STOP and their kin), `wrote`: their own first message, `member`: somebody of
 * the team heard them say so, `record`: a field of their record says so.
 */
export type ConsentSource = 'words' | 'wrote' | 'member' | 'record' | 'provider'

/** Whether somebody may be written to over a channel, with who said so, when and in which words. */
export interface Consent {
  state: 'given' | 'withdrawn'
  how: ConsentSource
  /** Policy id of the member who noted it; null: they said so themselves, or their record does. */
  by: string | null
  words: string
  /** Epoch milliseconds; null where a record says so without a date. */
  atMs: number | null
}

/**
 * Whose consent it is: a hash of channel and address, or of the conversation where that is all there is. The same person is found by
 * their number and by the conversation named after it. Nothing of it can be read, though whoever holds the database can try out numbers.
 * @param place a conversation of the channel, an e-mail address or a phone number
 */
export function consentSubject(channel: string, place: string): string {
  const bare = place.startsWith(`${channel}:`) ? place.slice(channel.length + 1) : place
  const isAddress = bare.includes('@') || /^\+?[\d\s().-]{5,}$/u.test(bare)
  return sha256(`${channel} ${isAddress ? (addressKey(bare) ?? bare) : bare}`)
}

/** Names of a record's own fields that say somebody agreed: `whatsapp_opt_in`, `Opt-in WhatsApp`. */
const AGREED = /^(?:yes|y|true|1|x|ok|agreed|given|opted in|si|sí|oui|ja|\d{4}-\d\d-\d\d.*)$/iu

/** The consent that a record's own fields state for a channel, or null; `no` is none and withdraws nothing. */
export function consentInRecord(channel: string, custom: Readonly<Record<string, string>>): Consent | null {
  const named = Object.entries(custom).find(([name]) => {
    const words = name
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .join(' ')
    return words.replace('optin', 'opt in').includes('opt in') && words.includes(channel)
  })
  if (!named || !AGREED.test(named[1].trim())) return null
  const date = Date.parse(named[1].trim())
  return {
    state: 'given',
    how: 'record',
    by: null,
    words: `${named[0]}: ${named[1]}`,
    atMs: Number.isNaN(date) ? null : date,
  }
}

import type { WhatsAppSettings } from '../settings.ts'

/** Where posts say that a file is kept; it takes the account's credentials. */
const TWILIO = 'https://api.twilio.com'

/**
 * Where Twilio sends on to from there, with a signature in the address or without; no credentials go to these.
 * Source: https://help.twilio.com/articles/223183748
 */
const STORES = ['https://mms.twiliocdn.com/', 'https://s3-external-1.amazonaws.com/media.twiliocdn.com/']

/** An address that may be asked, and whether the account's credentials go with it. */
export interface MediaAddress {
  url: URL
  isTwilio: boolean
}

/**
 * The address as the desk asks it: Twilio's own, the one set in its place, or one of Twilio's stores. Null for every other: it
 * is not asked.
 * @param from the address that sent on to it, for one that is relative
 */
export function mediaAddress(
  { apiUrl }: Pick<WhatsAppSettings, 'apiUrl'>,
  address: string,
  from?: URL,
): MediaAddress | null {
  if (!URL.canParse(address, from?.href)) return null
  const url = new URL(address, from)
  // Who is asked for is the host, whatever stands before an "@".
  if (url.username !== '' || url.password !== '') return null
  if (url.origin === TWILIO) {
    const asked = apiUrl === null ? url : new URL(`${apiUrl}${url.pathname}${url.search}`)
    return { url: asked, isTwilio: true }
  }
  if (apiUrl !== null && url.origin === new URL(apiUrl).origin) return { url, isTwilio: true }
  return STORES.some((store) => url.href.startsWith(store)) ? { url, isTwilio: false } : null
}

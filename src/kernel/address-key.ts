/**
 * What somebody is found by: an e-mail address in lower case, a phone number as its digits (`00` and `+` alike left out,
 * fewer than five digits are an extension and no address). Null for anything else.
 */
export function addressKey(address: string): string | null {
  const text = address.trim().toLowerCase()
  if (text.includes('@')) return text
  const digits = text
    .replace(/^(?:whatsapp:|tel:)/, '')
    .replace(/^00/, '')
    .replace(/\D/g, '')
  return digits.length >= 5 ? digits : null
}

import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { PersonFind } from './find.ts'
import { digitsOf, howSure, isPhoneShaped, PHONE_SHAPE, standsAlone } from './phone-shape.ts'

/** Words that say a number is a phone's, in the languages of the desk. */
const CALLS =
  /\b(?:phones?|tele?(?:phone|fon|fono|éphone|éfono)?|tel|mobil[ea]?|cell(?:phone)?|handy|handynummer|rufnummer|telefonnummer|móvil|celular|portable|fax|call|ring|dial|text|sms|whats ?app|signal|reach(?:ed|able)?|answer(?:s|ing)?|contact|llam\w+|appel\w+|ruf\w*|anruf\w*|numbers?|nummer|número|numéro)\b/giu

/** Words that say a number is something else's. */
const COUNTS =
  /\b(?:cards?|visa|mastercard|amex|credit|account|konto|kontonummer|iban|bic|invoice|rechnung|factura|facture|orders?|bestellung|pedido|commande|ticket|case|ref(?:erence)?|id|ids|vat|ust|siret|nif|ssn|tracking|serial|isbn|ean|sku|zip|plz|postcode|passport|customer no|kundennummer|po|contract|policy|flight|version|build|port|pin|code|number of)\b\.?(?:\s(?:number|no|nr|nummer|número|numéro)\b)?/giu

const MOST_WORDS_BEFORE = 80

/**
 * The phone numbers of a text. Signs that make one sure are a plus, 00, a trunk zero, a bracket or the usual groups; bare digits
 * need a word for a phone before them. Dates, amounts, card and order numbers are left alone. Numbers that libphonenumber does
 * not know are still found, as a typing error in a number is for a person to see; their value is the digits as written.
 */
export function findPhones(text: string, country?: string): PersonFind[] {
  if (!/\d{2}/.test(text)) return []
  return Array.from(text.matchAll(PHONE_SHAPE)).flatMap((match) => {
    const { body = '', extension = '' } = match.groups ?? {}
    const start = match.index
    const found = (body + extension).trimEnd()
    const before = text.slice(Math.max(0, start - MOST_WORDS_BEFORE), start)
    const after = text.slice(start + match[0].length)
    if (!standsAlone(before, after) || !isPhoneShaped(body) || !isMeant(body, before, text)) return []
    const extensionDigits = digitsOf(extension)
    const find: PersonFind = {
      kind: 'phone',
      text: found,
      span: [start, start + found.length],
      value: phoneValue(body, country),
      ...(extensionDigits ? { extension: extensionDigits } : {}),
    }
    return [find]
  })
}

/** Whether the words before, or the writing, say that these digits are to be dialled. */
function isMeant(body: string, before: string, text: string): boolean {
  const asked = lastAt(before, CALLS)
  const other = lastAt(before, COUNTS)
  if (other >= asked && other >= 0) return false
  const sure = howSure(body)
  if (sure !== 'bare') return true
  const count = digitsOf(body).length
  if (/^\d{3}-\d{4}$/.test(body)) return false
  if (asked >= 0) return count >= 7 || /^0/.test(body)
  return /^[\s\d]+$/.test(body) && count >= 10 && count <= 12 && text.trim() === body.trim()
}

/** Where the last such word ends; -1 where there is none. */
function lastAt(text: string, words: RegExp): number {
  let at = -1
  for (const match of text.matchAll(words)) at = match.index + match[0].length
  return at
}

/**
 * A phone number as E.164 where its country is known: by its own code, or by the country given (ISO 3166-1, e.g. `GB`). Else its
 * digits. A number is not claimed to exist.
 */
export function phoneValue(body: string, country?: string): string {
  const international = body.replace(/^\(?\s*00(?=\s?[1-9])/, '+').replace(/\((\+\d+)\)/, '$1')
  const plain = /^\+/.test(international) ? international.replace(/\(0\)/, ' ') : international
  const home = country !== undefined && isSupportedCountry(country) ? (country as CountryCode) : undefined
  const parsed = parsePhoneNumberFromString(plain, home)
  // A zero left in front was no trunk prefix of that country: the number is another country's.
  const known = parsed?.isPossible() && (parsed.isValid() || !parsed.nationalNumber.startsWith('0'))
  return parsed && known ? parsed.number : (/^\+/.test(plain) ? '+' : '') + digitsOf(plain)
}

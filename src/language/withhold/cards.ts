import type { Shape } from './shape.ts'

/** What cards of the networks begin with, and how many digits they have (ISO/IEC 7812; the networks' published ranges). */
const NETWORKS: readonly RegExp[] = [
  /^4(?:\d{12}|\d{15}|\d{18})$/, // Visa
  /^(?:5[1-5]\d{2}|222[1-9]|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}$/, // Mastercard
  /^3[47]\d{13}$/, // American Express
  /^(?:6011|64[4-9]\d|65\d{2})\d{12,15}$/, // Discover
  /^3(?:0[0-5]|[689]\d)\d{11}$/, // Diners Club
  /^35(?:2[89]|[3-8]\d)\d{12}$/, // JCB
  /^62\d{14,17}$/, // UnionPay
  /^(?:5018|5020|5038|5893|6304|6759|676[1-3])\d{8,15}$/, // Maestro
]
const CARD_WORDS =
  /(?:\bcards?\b|\bcredit\b|\bdebit\b|\bvisa\b|master ?card|\bamex\b|\bmaestro\b|\bcc\b|\bpan\b|tarjetas?\b|\bcartes?\b|karten?(?:nummer)?\b|\bcvv\b|\bcvc\b)[^\n]{0,30}$/iu
const CARD_WORDS_AFTER = /^[^\n]{0,20}\b(?:cvv|cvc|exp(?:iry|ires|\.|\b)|valid (?:thru|until))/iu
/** Numbers of something else. */
const OTHER_NUMBER =
  /\b(?:orders?|invoices?|ref(?:erence)?|tickets?|tracking|parcel|shipment|case|po|policy|booking|serial|imei|isbn|sku|ean|gtin|barcode|meter|customer|account|file|id)\b[\s:#.]*(?:(?:number|no|nr|id|is)\b[\s:#.]*)?$/iu

const shown = (): string => '[card number]'
const isSaid = (before: string, after: string): boolean => CARD_WORDS.test(before) || CARD_WORDS_AFTER.test(after)
const digitsOf = (found: string): string => found.replace(/\D/g, '')
const isOfNetwork = (digits: string): boolean => NETWORKS.some((network) => network.test(digits))

/** A number that stands alone: no part of an address, a longer number, a phone or an id. */
const alone = (digits: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\d+@#/_=-]|\d[.,])${digits}(?![\p{L}\d_/@-]|[.,]\d)`, 'gu')

/** As it is printed: in fours, or as American Express and Diners Club do. */
const printed = (digits: string): Shape => ({
  pattern: alone(digits),
  shown,
  holds(found, before, after) {
    const number = digitsOf(found)
    return passesLuhn(number) && (isOfNetwork(number) || isSaid(before, after))
  },
})

/** Card numbers: the check digit, and a network's range as it is printed or pasted, or a word that says it is one. */
export const CARDS: readonly Shape[] = [
  printed(String.raw`\d{4}([ \u00a0.-])\d{4}\1\d{4}\1\d{4}\1\d{3}`),
  printed(String.raw`\d{4}([ \u00a0.-])\d{4}\1\d{4}\1\d{4}`),
  printed(String.raw`\d{4}([ \u00a0.-])\d{6}\1\d{4,5}`),
  {
    pattern: alone(String.raw`\d(?:[ \u00a0.-]?\d){11,18}`),
    shown,
    holds(found, before, after) {
      const number = digitsOf(found)
      if (!passesLuhn(number)) return false
      // In one piece and long enough, its form tells it from other numbers.
      const isPasted = /^\d{15,16}$/.test(found) && isOfNetwork(number) && !OTHER_NUMBER.test(before)
      return isPasted || isSaid(before, after)
    },
  },
  // Right behind a sign: "card #4111...".
  {
    pattern: /(?<=(?:card|cc|visa|karte|tarjeta|carte)\s?[#:=]\s?)\d(?:[ \u00a0.-]?\d){11,18}(?!\d)/giu,
    shown,
    holds: (found) => passesLuhn(digitsOf(found)),
  },
  { pattern: /(?<=\b(?:cvv2?|cvc2?)\b\W{0,3}(?:is\s{1,3})?)\d{3,4}(?!\d)/giu, shown },
]

/** The check digit of cards: every second digit from the right doubled, all of it a multiple of ten. */
function passesLuhn(digits: string): boolean {
  if (/^0+$/.test(digits)) return false
  const sum = [...digits].reverse().reduce((total, sign, at) => {
    const digit = Number(sign) * (at % 2 === 0 ? 1 : 2)
    return total + (digit > 9 ? digit - 9 : digit)
  }, 0)
  return sum % 10 === 0
}

/** Digits a number may have: E.164 ends at 15, and one more for a trunk zero that some write behind the country code. */
const MOST_DIGITS = 15
const FEWEST_DIGITS = 7

const SEPARATOR = String.raw`[ \u00a0\u2009.\-‐‑–/]{1,2}`
const OPENER = String.raw`(?:(?:\(\+?\d{1,5}\)|(?<!\()\d{1,5}\))(?:${SEPARATOR})?(?:\(\d{1,4}\)(?:${SEPARATOR})?)?|\+)?`
const BRACKET = String.raw`(?:${SEPARATOR})?\(\d{1,4}\)(?:${SEPARATOR})?`
const EXTENSION = String.raw`(?:\s{0,2}(?:x|#\s?|,?\s?(?:ext|extn|extension|durchwahl|dw|poste|int)\b\.?:?\s?|,?\s?ext\.?:?)\d{1,6})?`

/** What is written like a phone number: digits in groups, one leading bracket or plus, one bracket inside, an extension. */
export const PHONE_SHAPE = new RegExp(
  String.raw`(?<![\p{L}\p{N}_#$€£¥%=+)/.-]|\p{N}[,:@])(?<body>${OPENER}\d+(?:(?:${SEPARATOR}|${BRACKET})\d+)*)(?<extension>${EXTENSION})`,
  'giu',
)

const NOT_PHONES: readonly RegExp[] = [
  /^\d{1,2}([-/. ])\d{1,2}\1(?:\d{2}|\d{4})$/, // a date
  /^\d{4}([-/. ])\d{1,2}\1\d{1,2}$/, // a date, year first
  /^\d{1,2}[-/. ]\d{1,2}[-/. ]\d{4}[- ]\d/, // a date with a time
  /^\d+[.]\d+$/, // a decimal number
  /^(?:19|20)\d\d ?[-–/] ?(?:19|20)\d\d$/, // years
  /^\d{1,3}(?:\.\d{1,3}){3}$/, // an IP address
  /^\d{1,3}(?:\.000)+$/, // an amount
  /^\d{3}-\d{2}-\d{4}$/, // a United States security number
  /^(?:\d{1,2}[ .-]){4,}\d{0,2}$/, // a list of small numbers
  /^00[ -]?0/, // no country code begins with 0
]

/** Digits of a text, in order. */
export const digitsOf = (text: string): string => text.replace(/\D/g, '')

/** Whether the characters around it let the shape stand alone: no letter, sign of currency, percentage or time touches it. */
export function standsAlone(before: string, after: string): boolean {
  if (/^(?:[\p{L}\p{N}_%=@€£$¥°+]|-(?!\p{L}{3})[\p{L}\p{N}]|[:/.,][\p{L}\p{N}]|\)?\s?[€£$¥%])/u.test(after))
    return false
  if (/^\s(?=[0-9A-F]*[A-F])(?=[0-9A-F]*\d)[0-9A-F]{2}\b/.test(after)) return false
  return !/(?:[€£$¥]\s?|[A-Z]{3}\s)$/.test(before) || /(?:TEL|FAX|FON|MOB)\s$/.test(before)
}

/** Whether the digits and groups can be a phone number at all. */
export function isPhoneShaped(body: string): boolean {
  const count = digitsOf(body).length
  if (count < FEWEST_DIGITS - 1 || count > MOST_DIGITS + (/\(0\)|^00/.test(body) ? 2 : 0)) return false
  return !NOT_PHONES.some((pattern) => pattern.test(body))
}

/** How sure the writing alone is: "sure" bears a plus, 00, a leading zero or a bracket; "likely" has the groups of one. */
export function howSure(body: string): 'sure' | 'likely' | 'bare' {
  const count = digitsOf(body).length
  if (/^\(?\+/.test(body) || /^00[1-9]/.test(body.replace(/\W/g, ''))) return 'sure'
  if (count >= 9 && /^\(?0[1-9]/.test(body)) return 'sure'
  if (count >= 8 && /^\(?\d{2,4}\)/.test(body)) return 'sure'
  if (/^(?:1[-. ])?\d{3}[-. ]\d{3}[-. ]\d{4}$/.test(body)) return 'likely'
  return count >= 10 && /[-.]/.test(body) && /\d{3}$/.test(body) && !/^\d{1,3}(?:[. ]\d{3})+$/.test(body)
    ? 'likely'
    : 'bare'
}

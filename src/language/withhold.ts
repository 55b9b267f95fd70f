/** What is taken out of words before others see them. */
export type WithheldKind = 'card_number' | 'password' | 'national_id' | 'bank_account' | 'health'

interface Shape {
  pattern: RegExp
  /** Whether what looks like one is one; absent: it is. */
  holds?(found: string): boolean
  /** What stands in its place. */
  shown: string
}

/** What can be known by its form. What concerns somebody's health cannot, and is not looked for. */
const SHAPES: Partial<Record<WithheldKind, readonly Shape[]>> = {
  // ISO/IEC 7812-1: 13 to 19 digits, the last of them a check digit.
  card_number: [{ pattern: /(?<![\d+])[2-6]\d{3}(?:[ -]?\d){9,15}(?!\d)/g, holds: passesLuhn, shown: '[card number]' }],
  password: [
    {
      pattern:
        /(?<=\b(?:pass(?:word|wort|code|phrase)|pwd|kennwort|contraseña|mot de passe)\b(?:\s+(?:is|ist|es|est)\s+|\s*[:=]\s*))\S{4,}/giu,
      shown: '[password]',
    },
  ],
  // US Social Security numbers, and the UK's National Insurance numbers.
  national_id: [
    { pattern: /(?<![\d-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/g, shown: '[national id]' },
    { pattern: /\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?: ?\d{2}){3} ?[A-D]\b/gi, shown: '[national id]' },
  ],
  // ISO 13616: country, check digits, then up to 30 more.
  bank_account: [
    { pattern: /\b[A-Z]{2}\d{2}(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,3})?\b/g, holds: isIban, shown: '[bank account]' },
    { pattern: /\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b/gi, holds: isIban, shown: '[bank account]' },
  ],
}

/** Words without what must not be seen: in its place stands what it was. */
export function withhold(words: string, kinds: readonly WithheldKind[]): string {
  return kinds
    .flatMap((kind) => SHAPES[kind] ?? [])
    .reduce(
      (left, { pattern, holds = () => true, shown }) =>
        left.replace(pattern, (found) => (holds(found) ? shown : found)),
      words,
    )
}

/** The check digit of cards: every second digit from the right doubled, all of it a multiple of ten. */
function passesLuhn(found: string): boolean {
  const digits = found.replace(/\D/g, '')
  const sum = [...digits].reverse().reduce((total, sign, at) => {
    const digit = Number(sign) * (at % 2 === 0 ? 1 : 2)
    return total + (digit > 9 ? digit - 9 : digit)
  }, 0)
  return sum % 10 === 0
}

/** The check of IBANs: rotated by four, letters as numbers from 10, it leaves 1 by 97. */
function isIban(found: string): boolean {
  const signs = found.replaceAll(' ', '').toUpperCase()
  const turned = signs.slice(4) + signs.slice(0, 4)
  let rest = 0
  for (const sign of turned)
    for (const digit of Number.parseInt(sign, 36).toString()) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}

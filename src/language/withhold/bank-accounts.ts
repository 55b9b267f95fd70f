import type { Shape } from './shape.ts'

/** The last four signs stay, so that people can tell which account is spoken of. */
const shown = (found: string): string => `[bank account ending ${found.replaceAll(' ', '').slice(-4).toUpperCase()}]`

/** IBANs (ISO 13616): country, check digits, then up to 30 more. */
export const BANK_ACCOUNTS: readonly Shape[] = [
  { pattern: /\b[A-Z]{2}\d{2}(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,3})?\b/g, holds: isIban, shown },
  { pattern: /\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b/gi, holds: isIban, shown },
]

/** The check of IBANs: rotated by four, letters as numbers from 10, it leaves 1 by 97. */
function isIban(found: string): boolean {
  const signs = found.replaceAll(' ', '').toUpperCase()
  const turned = signs.slice(4) + signs.slice(0, 4)
  let rest = 0
  for (const sign of turned)
    for (const digit of Number.parseInt(sign, 36).toString()) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}

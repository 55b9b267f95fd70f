/** A number in digits: one value, or two where its only sign may be the decimal or the thousands sign. */
export interface Figure {
  /** The likelier first. */
  values: readonly number[]
  shape: 'plain' | 'decimal' | 'grouped'
  /** Digits after the decimal sign. */
  decimals: number
}

const BLANK_GROUPS = /^\d{1,3}(?:[ '’\u00a0\u2009\u202f]\d{3})+(?:[.,]\d+)?$/
const POINT_DECIMAL = /^(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})*,\d{3})\.\d+$/
const COMMA_DECIMAL = /^\d{1,3}(?:\.\d{3})+,\d+$/
const COMMA_GROUPS = /^(?:\d{1,3}(?:,\d{3}){2,}|\d{1,2}(?:,\d{2})+,\d{3})$/
const POINT_GROUPS = /^\d{1,3}(?:\.\d{3}){2,}$/

const decimal = (text: string, decimals: number): Figure => ({ values: [Number(text)], shape: 'decimal', decimals })
const grouped = (text: string, decimals: number): Figure => ({ values: [Number(text)], shape: 'grouped', decimals })

/**
 * Reads digits with their signs. The sign before the last group decides: "1.500,00" and "1,500.00" leave no doubt, nor do
 * Indian groups ("1,00,000"), blanks and apostrophes. One sign before exactly three digits is the thousands sign where the
 * locale writes it so ("1,500" in English, "1.500" in German); the other way round both readings are given, as money has
 * two decimals. Null for what is no number ("1.2.3").
 *
 * @param comma the locale's decimal sign is the comma
 */
export function figure(raw: string, comma: boolean): Figure | null {
  if (/^\d+$/.test(raw)) return { values: [Number(raw)], shape: 'plain', decimals: 0 }
  if (BLANK_GROUPS.test(raw)) {
    const [whole = '', fraction = ''] = raw.split(/[.,]/)
    return grouped(`${whole.replace(/\D/g, '')}.${fraction || '0'}`, fraction.length)
  }
  if (POINT_DECIMAL.test(raw)) return grouped(raw.replaceAll(',', ''), raw.length - raw.indexOf('.') - 1)
  if (COMMA_DECIMAL.test(raw))
    return grouped(raw.replaceAll('.', '').replace(',', '.'), raw.length - raw.indexOf(',') - 1)
  if (COMMA_GROUPS.test(raw)) return grouped(raw.replaceAll(',', ''), 0)
  if (POINT_GROUPS.test(raw)) return grouped(raw.replaceAll('.', ''), 0)
  const parts = /^(\d*)([.,])(\d+)$/.exec(raw)
  return parts ? oneSign(parts[1] ?? '', parts[2] ?? '', parts[3] ?? '', comma) : null
}

function oneSign(whole: string, sign: string, rest: string, comma: boolean): Figure {
  const small = decimal(`${whole || '0'}.${rest}`, rest.length)
  if (rest.length !== 3 || whole.length > 3 || whole === '' || whole.startsWith('0')) return small
  const large = grouped(whole + rest, 0)
  const decimalHere = (sign === ',') === comma
  return decimalHere ? { ...small, values: [...small.values, ...large.values] } : large
}

import type { Sheet } from '#language/sheet.ts'
import type { Reading } from '../reading.ts'
import { type Add, asText, endOf, stopIn } from './phrase.ts'

const NEXT = /\bnext (?:steps?|action|up)\s*(?:is|are|:|→|-|=)?\s+(?!to\b)(.+)/iu
const NEEDS = /\b(?:they |we |still )*needs? ((?!to (?:update|change|move|set)|you|it)[^,;.!\n]+)/iu

/** "rename the globex deal to Globex 2", "acme is also called the big one". */
export function readRenamed(sheet: Sheet, add: Add): void {
  const named = /\brename\b[^,;\n]*?\b(?:to|as)\s+([^,;\n]+)/iu.exec(sheet.text)
  const called = /\b(?:also called|also known as|aka|a\.k\.a\.|goes by|nicknamed)\s+([^,;\n]+)/iu.exec(sheet.text)
  for (const [field, found] of [
    ['name', named],
    ['alias', called],
  ] as const) {
    if (!found?.[1]) continue
    const start = found.index + found[0].length - found[1].length
    add(field, asText(endOf(found[1])), start, start + endOf(found[1]).length)
  }
}

/** "next step: send the contract", "they need legal". */
export function readNext(sheet: Sheet, add: Add): void {
  const blank = sheet.blank()
  const found = NEXT.exec(blank) ?? NEEDS.exec(blank)
  if (!found?.[1]) return
  const words = NEXT.test(blank) ? found[1] : found[0]
  const stop = stopIn(words)
  add('nextStep', asText(words.slice(0, stop)), found.index, found.index + found[0].length - (words.length - stop))
}

/** "they pay net 60": what many teams have a field for, told without its name. */
export function readTerms(sheet: Sheet, { book }: Reading, add: Add): void {
  const found = /(?:\b(?:they|she|he|who)\s+)?(?:\bpays?\s+)?\bnet[ -]?(\d{2,3})\b(?:\s+days)?/iu.exec(sheet.blank())
  if (!found) return
  const own = [...book.fields.account, ...book.fields.contact, ...book.fields.deal].find((name) =>
    /\bterms\b/iu.test(name.replaceAll('_', ' ')),
  )
  add(
    own ? `custom.${own}` : 'unknown.payment terms',
    asText(`net ${found[1]}`),
    found.index,
    found.index + found[0].length,
  )
}

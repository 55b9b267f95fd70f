import type { ActionContext } from '#kernel/actions/definition.ts'
import { labelOf, sayAmount, sayValue } from '#kernel/actions/records/fields-said.ts'
import { cleanText } from '#kernel/display.ts'
import { valueAt } from '#kernel/field-ops.ts'
import { DRAFTS } from '#kernel/record.ts'
import { AMOUNT, capital, lineOf, plain } from './change-lines.ts'
import type { ShownKind } from './records.ts'

type Fields = Readonly<Record<string, unknown>>

/** A field of a record as a page shows it. */
export interface ShownField {
  label: string
  text: string
  /** A name of the team's own. */
  own: boolean
}

const LONGEST_TEXT = 5000
/** What other parts of the page show: its name, and what it hangs together with. */
const ELSEWHERE: ReadonlySet<string> = new Set(['name', 'account', 'contact'])

/** The fields that say something, the team's own after the others. */
export const shownFields = (kind: ShownKind, record: Fields, context: ActionContext): ShownField[] =>
  recordFieldsSaid(kind, record, context)
    .filter(({ path }) => !ELSEWHERE.has(path))
    .map(({ path, label, text }) => ({ label, text, own: path.startsWith('custom.') }))

/** Every field that says something, as people read it. */
export function recordFieldsSaid(
  kind: ShownKind,
  record: Fields,
  context: ActionContext,
): { path: string; label: string; text: string }[] {
  const named = [...new Set(Object.keys(DRAFTS[kind].shape).map(lineOf))].filter((path) => path !== 'custom')
  const own = Object.keys((record.custom ?? {}) as Fields).map((name) => `custom.${name}`)
  return [...named, ...own].flatMap((path) => {
    const text = textOf(kind, record, path, context)
    return text === null || text === '' ? [] : [{ path, label: capital(labelOf(path)), text }]
  })
}

function textOf(kind: ShownKind, record: Fields, path: string, context: ActionContext): string | null {
  if (path === AMOUNT) return sayAmount(record.amountMinor, record.currency, record.period)
  const value = valueAt(kind, record, path)
  const isLong = path === 'notes' || path.startsWith('custom.')
  if (isLong && typeof value === 'string') return cleanText(value, { maxLength: LONGEST_TEXT })
  return plain(sayValue(path, value, context))
}

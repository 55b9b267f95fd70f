import { DeskError } from '#kernel/errors.ts'
import { nearest } from '#policy/nearest.ts'

export const IMPORT_KINDS = ['calendar', 'contacts', 'accounts', 'deals', 'mail'] as const
export const EXPORT_KINDS = [...IMPORT_KINDS, 'duplicates', 'audit'] as const

export type StoreKind = (typeof IMPORT_KINDS)[number]
export type ExportKind = StoreKind | 'duplicates' | 'audit'

/** The kind a word names. @throws DeskError USAGE for a word that is none */
export function kindOf(verb: 'import', word: string): StoreKind
export function kindOf(verb: 'export', word: string): ExportKind
export function kindOf(verb: 'import' | 'export', word: string): ExportKind {
  const kinds = verb === 'import' ? IMPORT_KINDS : EXPORT_KINDS
  const kind = kinds.find((one) => one === word)
  if (kind === undefined) throw new DeskError('USAGE', { problem: unknownWord('kind', word, kinds) })
  return kind
}

/** `There is no kind "calender"; did you mean calendar?` */
export function unknownWord(what: string, word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  return near
    ? `There is no ${what} "${word}"; did you mean ${near}?`
    : `There is no ${what} "${word}". There are: ${known.join(', ')}.`
}

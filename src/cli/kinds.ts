import { DeskError } from '#kernel/errors.ts'
import { nearest } from '#policy/nearest.ts'

const STORES = ['calendar', 'contacts', 'accounts', 'deals'] as const
/** Kinds that the command knows and that no store keeps yet. */
const TO_COME = ['mail'] as const

export const IMPORT_KINDS = [...STORES, ...TO_COME] as const
export const EXPORT_KINDS = [...STORES, 'audit', ...TO_COME] as const

export type StoreKind = (typeof STORES)[number]
export type ExportKind = StoreKind | 'audit'

/** The kind a word names. @throws DeskError USAGE for a word that is none, and for a kind that is not kept yet */
export function kindOf(verb: 'import', word: string): StoreKind
export function kindOf(verb: 'export', word: string): ExportKind
export function kindOf(verb: 'import' | 'export', word: string): ExportKind {
  const kinds = verb === 'import' ? IMPORT_KINDS : EXPORT_KINDS
  const kind = kinds.find((one) => one === word)
  if (kind === undefined) throw new DeskError('USAGE', { problem: unknownWord('kind', word, kinds) })
  if (isToCome(kind))
    throw new DeskError('USAGE', { problem: `Nightdesk keeps no ${kind} yet, so there is nothing to ${verb}.` })
  return kind
}

/** A kind the command knows and no store keeps yet. */
export const isToCome = (word: string): word is (typeof TO_COME)[number] => TO_COME.some((one) => one === word)

/** `There is no kind "calender"; did you mean calendar?` */
export function unknownWord(what: string, word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  return near
    ? `There is no ${what} "${word}"; did you mean ${near}?`
    : `There is no ${what} "${word}". There are: ${known.join(', ')}.`
}

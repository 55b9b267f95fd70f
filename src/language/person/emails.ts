import type { PersonFind } from './find.ts'

const LOCAL = String.raw`[\p{L}\p{N}!#$%&*+=?^_{|}~][\p{L}\p{M}\p{N}!#$%&'*+=?^_{|}~-]*`
const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?`
const TOP = String.raw`(?:xn--[a-z0-9-]{2,59}|[\p{L}][\p{L}\p{M}]{1,62})`
const LITERAL = String.raw`\[\d{1,3}(?:\.\d{1,3}){3}\]`

/** RFC 5322 dot-atoms in any script; quoted local parts, which nobody types in a chat, are left out. */
const ADDRESS = new RegExp(
  String.raw`(?<![\p{L}\p{M}\p{N}._%+@/-])${LOCAL}(?:\.${LOCAL})*@(?:(?:${LABEL}\.)+${TOP}(?![\p{L}\p{M}\p{N}_@-])|${LITERAL})`,
  'giu',
)

const LONGEST_LOCAL = 64
const LONGEST_ADDRESS = 254

/**
 * The e-mail addresses of a text. A full stop behind one is the sentence's; dots at the ends of the local part or two in a row,
 * and hosts without a top level, make no address.
 */
export function findEmails(text: string): PersonFind[] {
  if (!text.includes('@')) return []
  return Array.from(text.matchAll(ADDRESS), ({ 0: found, index }): PersonFind => {
    return { kind: 'email', text: found, span: [index, index + found.length], value: found.toLowerCase() }
  }).filter(({ text: address }) => address.length <= LONGEST_ADDRESS && address.lastIndexOf('@') <= LONGEST_LOCAL)
}

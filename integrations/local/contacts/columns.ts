import { FIELDS } from './stored-contact.ts'

type Field = (typeof FIELDS)[number] | 'id'

/** Other names of the fields, as the exports of well-known CRMs and address books have them. */
const ALIASES: Record<Field, readonly string[]> = {
  id: ['contact id', 'record id'],
  name: ['full name', 'contact name', 'display name'],
  email: ['e mail', 'emails', 'email address', 'e mail address'],
  phone: ['phones', 'phone number', 'telephone', 'mobile', 'mobile phone'],
  company: ['company name', 'organization', 'organisation', 'account name'],
  owner: ['contact owner', 'owner email', 'assigned to'],
  status: ['contact status', 'lead status'],
  notes: ['note', 'comments'],
}
const ALL: readonly Field[] = ['id', ...FIELDS]

/** Where each field stands in a row, and which columns are the team's own. */
export interface Columns {
  fields: ReadonlyMap<Field, number>
  custom: readonly { name: string; index: number }[]
}

/** Why a header cannot be used, as the end of a sentence. */
export class HeaderProblem extends Error {}

/**
 * Reads a header. A column with a field's own name fills it; a known other name does where no column has the own one.
 * @throws HeaderProblem where two columns would fill the same field, or none names anybody
 */
export function columnsOf(header: readonly string[]): Columns {
  const names = header.map((name) => name.trim())
  const plain = names.map((name) => name.toLowerCase().replace(/[\s_-]+/g, ' '))
  const fields = new Map<Field, number>()
  for (const field of ALL) {
    const own = indicesOf(names, (name) => name.toLowerCase() === field)
    const found = own.length > 0 ? own : indicesOf(plain, (name) => ALIASES[field].includes(name))
    if (found.length > 1) throw twice(found, names, field)
    if (found[0] !== undefined) fields.set(field, found[0])
  }
  if (!fields.has('name') && !fields.has('email') && !fields.has('phone'))
    throw new HeaderProblem('no column is called name, email or phone')
  const taken = new Set(fields.values())
  const custom = names.map((name, index) => ({ name, index })).filter(({ index }) => !taken.has(index))
  for (const { name } of custom) {
    const same = indicesOf(names, (other) => other === name)
    if (name !== '' && same.length > 1) throw twice(same, names, name)
  }
  return { fields, custom }
}

const indicesOf = (names: readonly string[], test: (name: string) => boolean): number[] =>
  names.flatMap((name, index) => (test(name) ? [index] : []))

function twice(found: readonly number[], names: readonly string[], field: string): HeaderProblem {
  const places = found.map((index) => `${index + 1} ("${names[index]}")`).join(' and ')
  return new HeaderProblem(`the columns ${places} would both be ${field}; rename one of them`)
}

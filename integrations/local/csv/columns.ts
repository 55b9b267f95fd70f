/** What the columns of one kind of file can fill. */
export interface Shape<Field extends string> {
  /** What the rows are called in messages: `contacts`. */
  what: string
  /** In the order of an export; `id` comes before them. */
  fields: readonly Field[]
  /** Other names of the fields, in lower case with blanks: as the exports of well-known CRMs and address books have them. */
  aliases: Partial<Readonly<Record<Field | 'id', readonly string[]>>>
  /** At least one of these columns must be there. */
  oneOf: readonly Field[]
}

/** Where each field stands in a row, and which columns are the team's own. */
export interface Columns<Field extends string> {
  fields: ReadonlyMap<Field | 'id', number>
  custom: readonly { name: string; index: number }[]
}

/** Why a header cannot be used, as the end of a sentence. */
export class HeaderProblem extends Error {}

/**
 * Reads a header. A column with a field's own name fills it; a known other name does where no column has the own one.
 * @throws HeaderProblem where two columns would fill the same field, or none of those that are needed is there
 */
export function columnsOf<Field extends string>(header: readonly string[], shape: Shape<Field>): Columns<Field> {
  const names = header.map((name) => name.trim())
  const plain = names.map((name) => name.toLowerCase().replace(/[\s_-]+/g, ' '))
  const fields = new Map<Field | 'id', number>()
  for (const field of ['id', ...shape.fields] as const) {
    const own = indicesOf(names, (name) => name.toLowerCase() === field.toLowerCase())
    const found = own.length > 0 ? own : indicesOf(plain, (name) => shape.aliases[field]?.includes(name) === true)
    if (found.length > 1) throw twice(found, names, field)
    if (found[0] !== undefined) fields.set(field, found[0])
  }
  if (!shape.oneOf.some((field) => fields.has(field)))
    throw new HeaderProblem(`no column is called ${shape.oneOf.join(', ').replace(/, (\w+)$/, ' or $1')}`)
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

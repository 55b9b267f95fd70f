import { type PersonFind, readPerson } from '#language/person.ts'

/** A line of `nightdesk read person`. */
export interface PersonRow {
  id: string
  text: string
  /** ISO 3166-1 code of the country in which numbers without a country code are dialled. */
  country?: string
}

/** One find of the answer. */
export type PersonLineFind = Omit<PersonFind, 'span'>

/** The answer to one line: the people, companies, phone numbers, e-mail and web addresses of its text, in order. */
export function readPersonLine({ id, text, country }: PersonRow): { id: string; found: PersonLineFind[] } {
  return { id, found: readPerson(text, { ...(country ? { country } : {}) }).map(({ span: _, ...find }) => find) }
}

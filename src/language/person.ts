import { type NameFind, readName } from './person/bare-name.ts'
import { findEmails } from './person/emails.ts'
import { overlaps, type PersonFind } from './person/find.ts'
import { looksBare } from './person/looks-bare.ts'
import { namesInText } from './person/names-in-text.ts'
import { findPhones } from './person/phones.ts'
import { findUrls } from './person/urls.ts'

export { type NameFind, readName } from './person/bare-name.ts'
export { findEmails } from './person/emails.ts'
export type { PersonFind, PersonKind } from './person/find.ts'
export { findPhones, phoneValue } from './person/phones.ts'
export { findUrls } from './person/urls.ts'

/** Who reads, and what. */
export interface PersonOptions {
  /** ISO 3166-1 code of the country in which numbers without a country code are dialled, e.g. `GB`. */
  country?: string
  /** `message`: never take the whole text for one bare name, as forms and columns have them. Without it the text decides. */
  as?: 'message'
}

/** Characters that are read; what stands further back in a longer text is not looked for. */
const MOST_CHARACTERS = 20_000

/**
 * The people and companies a text names, and the phone numbers, e-mail and web addresses in it, in order. A text that is a name
 * and nothing else ("Lee, Ann", "acme holdings") is read whole; in a message only names with a ground of their own are found.
 */
export function readPerson(text: string, options: PersonOptions = {}): PersonFind[] {
  const read = text.length > MOST_CHARACTERS ? text.slice(0, MOST_CHARACTERS) : text
  const urls = findUrls(read)
  const emails = findEmails(read).filter((email) => !urls.some((url) => overlaps(email, url)))
  const addresses = [...urls, ...emails]
  const phones = findPhones(read, options.country).filter((phone) => !addresses.some((one) => overlaps(phone, one)))
  const contacts = [...addresses, ...phones]
  const bare = contacts.length === 0 && options.as !== 'message' && looksBare(read) ? readName(read) : null
  const names = bare ? [bare] : namesInText(read)
  const free = names.filter((name) => !contacts.some((contact) => overlaps(name, contact))).map(withoutMargin)
  return [...contacts, ...free].sort((a, b) => a.span[0] - b.span[0])
}

const withoutMargin = ({ margin: _, ...find }: NameFind): PersonFind => find

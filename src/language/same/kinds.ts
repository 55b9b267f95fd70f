import { compareHosts, compareMails } from './addresses.ts'
import type { Agreement } from './agreement.ts'
import { compareCodes, compareDates, comparePhones, compareYears } from './codes.ts'
import { compareNames } from './organisations.ts'
import { compareFamilies, compareGivens, compareSpellings } from './spellings.ts'
import { compareStreets } from './streets.ts'
import { compareLabels, comparePeople, compareTexts } from './titles.ts'

/** What sort of thing a field holds; fields of a kind are compared and weighed alike. */
export type FieldKind =
  | 'given'
  | 'family'
  | 'name'
  | 'email'
  | 'phone'
  | 'host'
  | 'birth'
  | 'number'
  | 'street'
  | 'place'
  | 'code'
  | 'region'
  | 'title'
  | 'people'
  | 'label'
  | 'year'

/** How two values of a kind are compared; null where one holds nothing. */
const COMPARE: Record<FieldKind, (a: string, b: string) => Agreement | null> = {
  given: compareGivens,
  family: compareFamilies,
  name: compareNames,
  email: compareMails,
  phone: comparePhones,
  host: compareHosts,
  birth: compareDates,
  number: compareCodes,
  street: compareStreets,
  place: compareNames,
  code: compareCodes,
  region: compareSpellings,
  title: compareTexts,
  people: comparePeople,
  label: compareLabels,
  year: compareYears,
}

const NAMES: Record<FieldKind, string> = {
  given: 'given_name first_name firstname given forename',
  family: 'surname family_name last_name lastname family',
  name: 'name full_name company company_name account organisation organization',
  email: 'email e_mail mail email_address',
  phone: 'phone phone_number mobile telephone tel',
  host: 'domain website url web host',
  birth: 'date_of_birth birth_date birthday dob',
  number: 'street_number house_number',
  street: 'address_1 address_2 address addr street address_line_1 address_line_2',
  place: 'suburb city town',
  code: 'postcode postal_code zip zip_code plz',
  region: 'state region province country',
  title: 'title subject',
  people: 'authors author people members',
  label: 'venue journal series',
  year: 'year',
}

const KINDS = new Map(
  Object.entries(NAMES).flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind as FieldKind] as const)),
)

/** The kind of a field by its name; undefined for fields that say nothing of who or what a record is. */
export const kindOf = (field: string): FieldKind | undefined => KINDS.get(field) ?? KINDS.get(plain(field))

const plain = (field: string): string =>
  field
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')

/** A field's value as text; empty where the record has none. */
export function textOf(record: Readonly<Record<string, unknown>>, field: string): string {
  const value = record[field]
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

/** Kinds whose values, equal as written, need no reading. */
const SPELT: ReadonlySet<FieldKind> = new Set(['given', 'family', 'number', 'street', 'place', 'code', 'region'])

/** How two values of a kind stand to each other, whichever comes first; null where one holds nothing. */
export function agreementOf(kind: FieldKind, a: string, b: string): Agreement | null {
  if (!a || !b) return null
  if (a === b && SPELT.has(kind) && /[\p{L}\p{N}]/u.test(a)) return 'same'
  return a < b ? COMPARE[kind](a, b) : COMPARE[kind](b, a)
}

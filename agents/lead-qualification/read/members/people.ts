import { cleanLine, cleanName } from '#kernel/display.ts'
import type { PersonFind } from '#language/person.ts'
import type { Named } from '../../request/members.ts'

/** A title that stands by a name: "COO", "head of product", "VP Sales". */
const TITLE =
  /(?<![\p{L}\p{N}])((?:co-?)?founder(?: (?:&|and) c[eot]o)?|owner|c[efotmi]o|c[pr]o|(?:managing |sales |marketing |product |technical |art |creative )?director(?: of (?:\p{L}+ ?){1,3})?|(?:senior )?vp(?: (?:of )?\p{L}+)?|vice president(?: of \p{L}+)?|head of (?:\p{L}+)(?: (?:&|and) \p{L}+)?|(?:\p{L}+ )?(?:manager|lead|partner)|president|geschäftsführer(?:in)?|inhaber(?:in)?|gérante?|directeur(?: général)?|directrice(?: générale)?)(?![\p{L}\p{N}])/iu

/**
 * The people a text is about, each with what stands by their name: on a card everything up to the next name is theirs. An
 * address without a name is somebody, too.
 */
export function peopleIn(text: string, finds: readonly PersonFind[]): Named[] {
  const names = finds.filter(({ kind }) => kind === 'person')
  const reach = finds.filter(({ kind }) => kind === 'email' || kind === 'phone')
  const people = names.map((name, at): Named => {
    const from = at === 0 ? 0 : name.span[0]
    const to = names[at + 1]?.span[0] ?? text.length
    const own = reach.filter(({ span }) => from <= span[0] && span[0] < to)
    return {
      name: properly(cleanName(name.value)),
      email: own.find(({ kind }) => kind === 'email')?.value ?? null,
      phone: own.find(({ kind }) => kind === 'phone')?.value ?? null,
      role: roleIn(text.slice(name.span[1], to)),
    }
  })
  if (people.length > 0) return people
  const emails = reach.filter(({ kind }) => kind === 'email')
  const [phone] = reach.filter(({ kind }) => kind === 'phone')
  const role = roleIn(text)
  if (emails.length === 0 && !phone) return []
  if (emails.length === 0) return [{ name: null, email: null, phone: phone?.value ?? null, role }]
  return emails.map((email, at) => ({
    name: null,
    email: email.value,
    phone: at === 0 ? (phone?.value ?? null) : null,
    role: emails.length === 1 ? role : null,
  }))
}

const roleIn = (text: string): string | null => {
  const role = TITLE.exec(text)?.[1]
  return role === undefined ? null : cleanLine(role, 80)
}

/** `JANE DOE` off a card is Jane Doe. */
const properly = (name: string): string =>
  name === name.toUpperCase() && /\p{L}{2}/u.test(name)
    ? name.replace(/\p{L}[\p{L}'’]*/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase())
    : name

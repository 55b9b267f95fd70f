import type { Policy } from '#policy/policy.ts'
import type { Scope } from '#ports/agent.ts'
import type { Named, Request } from '../request.ts'
import { contactsNamed } from './who.ts'

/** A name has no more words than these. */
const MOST_WORDS = 2
const MEETS: ReadonlySet<Request['kind']> = new Set(['book', 'find'])

/**
 * Contacts who are named like what is booked: "book jo tomorrow" is with Jo and not called so, "book sam taylor" is with the
 * contact of that name and not with the member Sam, "book dave and jo" is with both. What is quoted or announced as a name
 * stays one.
 */
export async function withContacts(request: Request, scope: Scope<Policy>): Promise<Request> {
  const { title, people, type, kind, listed } = request
  if (scope.principal.kind !== 'member' || !MEETS.has(kind) || type !== null || title?.span) return request
  if (listed.length > 1) {
    const others = listed.filter((words) => !people.some((one) => one.words.toLowerCase() === words.toLowerCase()))
    const known = await Promise.all(others.map((words) => contactsNamed(words, scope)))
    const all = known.every((found) => found.length > 0)
    return all ? { ...request, title: null, people: [...people, ...others.map(named)] } : request
  }
  if (!title || title.text.split(/\s+/).length > MOST_WORDS) return request
  const last = people.at(-1)
  const words = last && !last.words.includes(' ') ? `${last.words} ${title.text}` : title.text
  if (people.length > 0 && words === title.text) return request
  const found = await contactsNamed(words, scope)
  return found.length > 0 ? { ...request, title: null, people: [...people.slice(0, -1), named(words)] } : request
}

const named = (words: string): Named => ({ words, span: null, address: null, role: 'table' })

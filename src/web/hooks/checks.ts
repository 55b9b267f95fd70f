import type { FormPost } from '#desk/forms/post.ts'
import { MAX_TEXT_LENGTH } from '#kernel/inbound.ts'
import { isZone } from '#kernel/time.ts'
import { phoneValue } from '#language/person.ts'
import type { Policy } from '#policy/policy.ts'
import type { Post } from './read/meaning.ts'
import type { Words } from './words.ts'

const LONGEST_ADDRESS = 200
/** One address that can be written to: nothing in it that makes a list, a comment or a second header line of it. */
const ADDRESS = /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u

/** What its sender has to mend, in their words, or null. */
export function problemIn({ said, rest }: Post, words: Words): string | null {
  const { email, message } = said
  if (email !== null && (email.length > LONGEST_ADDRESS || !ADDRESS.test(email))) return words.emailWrong
  if (message !== null && message.length > MAX_TEXT_LENGTH) return words.messageTooLong(message.length, MAX_TEXT_LENGTH)
  return message === null && email === null && said.phone === null && rest.size === 0 ? words.nothingSaid : null
}

/** A checked post as the desk takes it. */
export function deskPost(
  post: Post,
  {
    form,
    door,
    page,
    language,
    policy,
  }: Pick<FormPost, 'form' | 'door'> & {
    /** The page it was sent from, where the form itself does not say. */
    page: string | null
    language: string
    policy: Policy
  },
): FormPost {
  const { said, rest } = post
  const zone = rest.get('zone') ?? null
  const named = Object.entries({ ...said, language: said.language ?? language, page: rest.get('page') ?? page })
  const fields = Object.fromEntries([
    ...rest,
    ...named.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])),
  ])
  return {
    form,
    door,
    submission: post.id,
    name: said.name,
    email: said.email?.toLowerCase() ?? null,
    phone: said.phone === null ? null : dialled(said.phone, policy),
    zone: zone !== null && isZone(zone) ? zone : null,
    subject: said.subject,
    message: said.message ?? '',
    fields,
  }
}

/** A number of which the country is known; a company in Ireland reads `086 123 4567` as an Irish one. */
function dialled(phone: string, { company }: Policy): string | null {
  const value = phoneValue(phone, company.holidays[0]?.slice(0, 2))
  return /^\+\d{7,15}$/.test(value) ? value : null
}

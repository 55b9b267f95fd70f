import type { Account } from '#kernel/account.ts'
import type { Contact } from '#kernel/contact.ts'
import type { Fields } from './evidence.ts'

/** What a company on file is compared by. */
export const accountFields = ({ name, domains, country }: Account): Fields => ({
  name,
  ...(domains[0] && { domain: domains[0] }),
  ...(country && { country }),
})

/** What a person on file is compared by. */
export const contactFields = ({ name, emails, phones, company }: Contact): Fields => ({
  ...(name && { name }),
  ...(emails[0] && { email: emails[0] }),
  ...(phones[0] && { phone: phones[0] }),
  ...(company && { company }),
})

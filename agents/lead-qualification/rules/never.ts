import type { Policy } from '#policy/policy.ts'
import type { Inbound } from '../request.ts'

const DISPOSABLE = 'disposable_email'

/** The entry of `leads.never` that somebody who writes is under: a mailbox to be thrown away, an ending, a domain; else null. */
export function neverEntry({ person, company, disposable }: Inbound, { leads }: Policy): string | null {
  return (
    leads.never.find((entry) => (entry === DISPOSABLE ? disposable : isFrom(entry, [person.email, company.domain]))) ??
    null
  )
}

/** Whether an address or a host ends as `.edu` does, or is of a domain as `@initech.io` says. */
export function isFrom(entry: string, addresses: readonly (string | null)[]): boolean {
  const [sign, wanted] = [entry.charAt(0), entry.slice(1).toLowerCase()]
  if ((sign !== '.' && sign !== '@') || wanted === '') return false
  return addresses.some((address) => {
    const host = address?.toLowerCase().split('@').at(-1) ?? ''
    return host.endsWith(`.${wanted}`) || (sign === '@' && host === wanted)
  })
}

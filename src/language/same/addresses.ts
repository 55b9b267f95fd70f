import type { Agreement } from './agreement.ts'

/** Mailboxes of a role rather than of a person. */
const ROLES =
  /^(?:info|hello|contact|office|sales|support|admin|team|mail|hi|kontakt|contacto|post|service|billing|accounts?)$/
const DOTLESS = new Set(['gmail.com', 'googlemail.com'])

/** An e-mail address as it is compared (never as it is written to): lower case, without a +tag, without Gmail's dots. */
export function mailKey(address: string): string {
  const [local = '', host = ''] = address.trim().toLowerCase().split('@')
  const bare = local.split('+')[0] ?? ''
  return DOTLESS.has(host) ? `${bare.replaceAll('.', '')}@gmail.com` : `${bare}@${host}`
}

/** The same mailbox; partly where it is a role's, or where only the host differs. */
export function compareMails(a: string, b: string): Agreement | null {
  const [s, t] = [mailKey(a), mailKey(b)]
  if (!/.@.+/.test(s) || !/.@.+/.test(t)) return null
  if (s === t) return ROLES.test(s.split('@')[0] ?? '') ? 'partly' : 'same'
  return 'apart'
}

/** Hosts of web addresses, without "www.". */
export function compareHosts(a: string, b: string): Agreement | null {
  const [s, t] = [hostOf(a), hostOf(b)]
  if (!s || !t) return null
  return s === t ? 'same' : s.endsWith(`.${t}`) || t.endsWith(`.${s}`) ? 'close' : 'apart'
}

const hostOf = (address: string): string =>
  address
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#:].*$/s, '')

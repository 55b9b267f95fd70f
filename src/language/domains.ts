import { parse } from 'tldts'

/** Where people have private mailboxes: it says nothing about their company, and nothing against them. */
const FREE_MAIL: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com outlook.com outlook.de outlook.fr outlook.es hotmail.com hotmail.co.uk hotmail.fr hotmail.es hotmail.de live.com
  live.co.uk live.fr msn.com yahoo.com yahoo.co.uk yahoo.fr yahoo.es yahoo.de ymail.com rocketmail.com aol.com icloud.com me.com mac.com
  proton.me protonmail.com pm.me gmx.de gmx.net gmx.com gmx.at gmx.ch web.de t-online.de freenet.de posteo.de mailbox.org orange.fr free.fr
  laposte.net sfr.fr wanadoo.fr neuf.fr telefonica.net terra.es mail.com zoho.com yandex.com yandex.ru mail.ru qq.com 163.com 126.com
  naver.com btinternet.com sky.com virginmedia.com fastmail.com hey.com tutanota.com tuta.io duck.com bluewin.ch libero.it`
    .trim()
    .split(/\s+/),
)

/** Relays that hide an address and lead to a real mailbox: lists of throw-away domains name some of them. */
const RELAYS: ReadonlySet<string> = new Set(
  'privaterelay.appleid.com relay.firefox.com mozmail.com simplelogin.com simplelogin.io anonaddy.com anonaddy.me addy.io'.split(
    ' ',
  ),
)

/** Endings under which universities have their names. */
const ACADEMIC =
  /(?:^|\.)(?:edu|ac\.[a-z]{2}|edu\.[a-z]{2})$|^(?:uni|tu|fh|hs)-[a-z-]+\.de$|^univ-[a-z0-9-]+\.fr$|\.uni-[a-z-]+\.de$/u

/** What is known of a host from its name alone. */
export interface Domain {
  /** What somebody registered: `acme.co.uk` of `mail.acme.co.uk`. */
  name: string
  host: string
  freeMail: boolean
  academic: boolean
  /** Of an ending that belongs to a country; else null. */
  country: string | null
}

/** Endings of countries that everybody uses. */
const NO_COUNTRY = new Set('io ai co me tv cc ws fm gg to ly sh so ac eu su'.split(' '))

/** The domain of an e-mail address, a web address or a host; null where it has none. */
export function domainOf(address: string): Domain | null {
  const host = address.trim().toLowerCase().replace(/^.*@/u, '')
  const { domain, hostname, publicSuffix } = parse(host)
  if (!domain || !hostname || !publicSuffix) return null
  const ending = publicSuffix.split('.').at(-1) ?? ''
  const country =
    ending.length === 2 && !NO_COUNTRY.has(ending) ? (ending === 'uk' ? 'GB' : ending.toUpperCase()) : null
  return {
    name: domain,
    host: hostname,
    freeMail: FREE_MAIL.has(domain),
    academic: ACADEMIC.test(hostname) || ACADEMIC.test(domain),
    country,
  }
}

let disposable: Promise<ReadonlySet<string>> | undefined

/** Loaded when first asked: the list is long, and many homes never need it. */
async function disposableDomains(): Promise<ReadonlySet<string>> {
  const { default: list } = await import('disposable-email-domains/index.json', { with: { type: 'json' } })
  return new Set(list)
}

/** Whether a domain gives out mailboxes to be thrown away. Well-known mailboxes and relays are not, whatever lists say. */
export async function isDisposable({ name, host }: Pick<Domain, 'name' | 'host'>): Promise<boolean> {
  if (FREE_MAIL.has(name) || RELAYS.has(name) || RELAYS.has(host)) return false
  disposable ??= disposableDomains()
  const known = await disposable
  return known.has(name) || known.has(host)
}

/** An address as it is compared, never as it is written to: without a tag, and without the dots that Gmail ignores. */
export function sameMailbox(address: string): string {
  const [local = '', host = ''] = address.trim().toLowerCase().split('@')
  const bare = local.replace(/\+.*$/u, '')
  const gmail = host === 'gmail.com' || host === 'googlemail.com'
  return gmail ? `${bare.replaceAll('.', '')}@gmail.com` : `${bare}@${host}`
}

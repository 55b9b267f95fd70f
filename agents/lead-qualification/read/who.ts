import { cleanLine, cleanName } from '#kernel/display.ts'
import type { Principal } from '#kernel/principal.ts'
import { domainOf } from '#language/domains.ts'
import { readPerson } from '#language/person.ts'
import type { FieldName } from './fields.ts'

/** Who writes, as far as the channel, a form or they themselves say. */
export interface Who {
  person: { name: string | null; email: string | null; phone: string | null }
  company: { name: string | null; domain: string | null }
}

const INTRODUCES =
  /(?:^|[^\p{L}])(?:my name is|this is|i am|i'm|im|me llamo|soy|je m'appelle|je suis|mein name ist|ich bin|ich heisse|ich heiße)\s*$/iu
const SIGNS =
  /(?:^|\n|[,.!]\s*)(?:(?:best|kind|warm)?\s*regards|best|cheers|thanks|saludos|cordialement|viele gr[uü](?:ß|ss)e|mfg|gru(?:ß|ss)),?\s*$/iu

/** Whom a message is from. What a channel vouches for goes before a form's field, and that before the words of the text. */
export function readWho(principal: Principal, fields: Partial<Record<FieldName, string>>, text: string): Who {
  const found = readPerson(text, { as: 'message' })
  const first = (kind: (typeof found)[number]['kind']) => found.find((one) => one.kind === kind)
  const self = found.find(
    ({ kind, span }) =>
      kind === 'person' && (INTRODUCES.test(text.slice(0, span[0])) || SIGNS.test(text.slice(0, span[0]))),
  )
  const [email] = [principal.email, addressIn(fields.email), first('email')?.value].filter(isText)
  const phone =
    principal.phone ??
    phoneIn(principal.id) ??
    readPerson(fields.phone ?? '').find((one) => one.kind === 'phone')?.value ??
    first('phone')?.value
  const named = [fields.first, fields.last].filter(isText).join(' ')
  const name = [principal.name, fields.name, named, self?.value].filter(isText)[0]
  const company = [fields.company, first('company')?.value].filter(isText)[0]
  const site = domainOf(fields.website ?? '') ?? (email ? domainOf(email) : null)
  return {
    person: {
      name: name ? cleanName(name).slice(0, 120) || null : null,
      email: email?.toLowerCase() ?? null,
      phone: phone ?? null,
    },
    company: {
      name: company ? cleanLine(company, 120) || null : null,
      domain: site && !site.freeMail ? site.name : null,
    },
  }
}

const isText = (value: string | null | undefined): value is string =>
  value !== null && value !== undefined && value.trim() !== ''

const addressIn = (field: string | undefined): string | undefined =>
  readPerson(field ?? '').find((one) => one.kind === 'email')?.value

/** The number of a channel whose ids are numbers. */
const phoneIn = (id: string): string | undefined => /^(?:whatsapp:)?(\+\d{6,15})$/.exec(id)?.[1]

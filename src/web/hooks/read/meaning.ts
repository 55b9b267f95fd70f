import { DeskError } from '#kernel/errors.ts'
import { MEANINGS, type Meaning } from '#policy/fragments/forms.ts'
import { ID_FIELD, TICKET_FIELD, TRAP_FIELD } from '../reserved.ts'
import type { SentFields } from './body.ts'
import { CHARSET_FIELD } from './charset.ts'

/** Longest text of a field that is not the message. */
export const LONGEST_FIELD = 2_000
/** Longest name of a field. */
const LONGEST_NAME = 80
/** Names that mean something to JavaScript objects and nothing to a form. */
const NO_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** What forms call these fields, in the languages of the desk; spaces, hyphens, capitals and accents do not matter. */
const USUAL: Readonly<Record<Meaning | 'first' | 'last' | 'subject' | 'language', readonly string[]>> = {
  name: ['name', 'full_name', 'fullname', 'your_name', 'contact_name', 'nom', 'nombre', 'nombre_completo'],
  first: ['first_name', 'firstname', 'given_name', 'vorname', 'prenom'],
  last: ['last_name', 'lastname', 'surname', 'family_name', 'nachname', 'nom_de_famille', 'apellido', 'apellidos'],
  email: [
    'email',
    'e_mail',
    'mail',
    'your_email',
    'email_address',
    'emailadresse',
    'courriel',
    'correo',
    'correo_electronico',
  ],
  phone: ['phone', 'tel', 'telephone', 'phone_number', 'mobile', 'telefon', 'telefonnummer', 'telefono', 'movil'],
  company: [
    'company',
    'company_name',
    'organisation',
    'organization',
    'business',
    'firma',
    'unternehmen',
    'entreprise',
    'societe',
    'empresa',
  ],
  role: ['role', 'job_title', 'jobtitle', 'position', 'funktion', 'poste', 'fonction', 'cargo', 'puesto'],
  message: [
    'message',
    'msg',
    'text',
    'your_message',
    'comment',
    'comments',
    'enquiry',
    'inquiry',
    'nachricht',
    'mitteilung',
    'mensaje',
  ],
  subject: ['subject', 'your_subject', 'betreff', 'sujet', 'objet', 'asunto'],
  language: ['language', 'lang', 'locale', 'sprache', 'langue', 'idioma'],
}

/** A post as the desk reads it. Every text is a claim of whoever sent it. */
export interface Post {
  /** What its fields mean; an empty one is null. */
  said: Readonly<Record<Meaning | 'subject' | 'language', string | null>>
  /** Everything else that was filled in, by the form's own names. */
  rest: ReadonlyMap<string, string>
  ticket: string | null
  id: string | null
  /** Somebody filled in the field that people do not see. */
  trapped: boolean
}

/**
 * What the fields of a post mean.
 * @param own the team's names for fields; they come before the usual ones
 * @throws DeskError FORM_FIELD, FORM_TOO_MUCH
 */
export function postOf(fields: SentFields, own: Partial<Record<Meaning, string | undefined>>): Post {
  const texts = new Map<string, string[]>()
  for (const [name, value] of fields) {
    const text = value.replaceAll('\r\n', '\n').trim()
    if (text === '' || name === CHARSET_FIELD) continue
    if (name.trim() === '' || name.length > LONGEST_NAME || NO_NAMES.has(name))
      throw new DeskError('FORM_FIELD', { problem: `No field may be called "${name.slice(0, 40)}".` })
    const known = texts.get(name)
    if (!known) texts.set(name, [text])
    else if (!known.includes(text)) known.push(text)
  }
  /** The text of a field that can have one only. */
  const single = (name: string): string | null => {
    const [text = null, ...more] = texts.get(name) ?? []
    texts.delete(name)
    if (more.length > 0)
      throw new DeskError('FORM_FIELD', { problem: `The field "${name.slice(0, 40)}" came with several values.` })
    return text
  }
  const called = (meaning: keyof typeof USUAL): string | null => {
    const usual = USUAL[meaning]
    const name = [...texts.keys()].find((one) => usual.includes(folded(one)))
    return name === undefined ? null : single(name)
  }
  const [ticket, id, trap] = [single(TICKET_FIELD), single(ID_FIELD), single(TRAP_FIELD)]
  const taught = new Map(MEANINGS.map((meaning) => [meaning, own[meaning] ? single(own[meaning]) : null]))
  const mean = (meaning: Meaning) => taught.get(meaning) ?? called(meaning)
  const name = mean('name') ?? ([called('first'), called('last')].filter(Boolean).join(' ') || null)
  const said = {
    name,
    email: mean('email'),
    phone: mean('phone'),
    company: mean('company'),
    role: mean('role'),
    message: mean('message'),
    subject: called('subject'),
    language: called('language'),
  }
  const rest = new Map([...texts].map(([key, values]) => [key, values.join(', ')]))
  const { message: _message, ...short } = said
  for (const [key, value] of [...Object.entries(short), ...rest])
    if (value !== null && value.length > LONGEST_FIELD)
      throw new DeskError('FORM_TOO_MUCH', {
        limit: LONGEST_FIELD,
        what: `characters in the field "${key.slice(0, 40)}"`,
      })
  return { said, rest, ticket, id, trapped: trap !== null }
}

/** `Your-Name` is `your_name`, `Prénom` is `prenom`. */
const folded = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .trim()
    .replace(/[^a-z0-9]+/g, '_')

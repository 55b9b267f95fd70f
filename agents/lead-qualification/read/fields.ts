import { plainOf } from './said.ts'

/** What a field of a form is for, by the names it has on people's pages. */
const NAMES = {
  name: 'name|full ?name|your ?name|nombre(?: completo)?|nom(?: complet)?|vollstandiger name',
  first: 'first ?name|given ?name|fname|vorname|prenom',
  last: 'last ?name|family ?name|surname|lname|nachname|apellidos?|nom de famille',
  email: 'e ?-?mail(?: ?address)?|mail|correo(?: electronico)?|courriel|adresse e ?-?mail|mailadresse|work ?e ?-?mail',
  phone: 'phone(?: ?number)?|tel(?:ephone|efon|efono)?|mobile|handy|movil|telefonnummer|whatsapp',
  company: 'company(?: ?name)?|organi[sz]ation|business(?: ?name)?|firma|unternehmen|empresa|societe|entreprise',
  website: 'website|web ?site|url|homepage|domain|site(?: web| internet)?|sitio web|webseite',
  role: 'role|title|job ?title|position|rolle|funktion|cargo|puesto|poste|fonction',
  headcount:
    'headcount|employees|team ?size|company ?size|size|number of employees|mitarbeiter(?:zahl)?|empleados|tamano|effectif|taille',
  industry: 'industry|sector|branche|sektor|industria|secteur',
  region: 'country|region|location|city|land|pais|ciudad|pays|ville|ort|stadt',
  budget: 'budget|price ?range|presupuesto',
  timeline: 'time ?line|time ?frame|deadline|start(?: ?date)?|when|zeitrahmen|plazo|delai|echeance',
  page: 'page|page ?url|landing ?page|_?page|path',
  referrer: 'referrer|referer|source|utm_source|utm ?source|how did you hear(?: about us)?',
  message: 'message|comments?|question|enquiry|inquiry|details|nachricht|mensaje|your ?message|msg|body|text',
} as const
export type FieldName = keyof typeof NAMES

const PATTERNS = Object.entries(NAMES).map(
  ([name, pattern]) => [name as FieldName, new RegExp(`^(?:${pattern})$`, 'u')] as const,
)
const MOST = 500

/** The fields of a form by what they are for, cut; the first of several with the same meaning. */
export function fieldsOf(fields: Readonly<Record<string, string>>): Partial<Record<FieldName, string>> {
  const found: Partial<Record<FieldName, string>> = {}
  for (const [label, value] of Object.entries(fields)) {
    const plain = plainOf(label)
      .replace(/[_\-*:.[\]]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
    const name = PATTERNS.find(([, pattern]) => pattern.test(plain))?.[0]
    if (name && value.trim() !== '') found[name] ??= value.trim().slice(0, MOST)
  }
  return found
}

import { anyOf, plainOf, type Read, type Said } from './said.ts'

/** Trades by the name the policy would use for them, with words that show somebody is in one. */
const TRADES: Readonly<Record<string, string>> = {
  saas: 'saas|b2b software|software (?:company|startup|house)|logiciels?|softwarefirma',
  agency: '(?:marketing|design|creative|ad|digital|media) agency|agencia|agence|agentur',
  ecommerce:
    'e-?commerce|online (?:shop|store|retailer)|web ?shop|tienda (?:online|en linea)|boutique en ligne|online-?shop|onlinehandel',
  healthcare:
    'clinic|clinica|clinique|klinik|hospital|hopital|krankenhaus|dentist|dental practice|dentista|cabinet (?:medical|dentaire)|(?:arzt|zahnarzt)praxis|medical practice|physio\\w*|healthcare',
  ngo: 'ngos?|non-?profits?|charit(?:y|ies)|ongs?|associations? (?:caritative|humanitaire)|fundacion|sin animo de lucro|verein|gemeinnutzig\\w*|nichtregierungsorganisation',
  government:
    'government|public sector|council|city hall|ministry|ayuntamiento|ministerio|mairie|ministere|behorde|stadtverwaltung|ministerium',
  education:
    'schools?|universit(?:y|ies)|college|academy|escuela|colegio|universidad|ecole|universite|schule|hochschule|universitat',
  hospitality: 'restaurants?|hotels?|cafe|bars?|bistro|restaurante|catering|gaststatte|gasthof',
  legal: "law firm|solicitors?|lawyers?|bufete|abogados?|cabinet d'avocats?|avocats?|kanzlei|rechtsanwalt\\w*",
  finance:
    'bank|fintech|insurance|accounting firm|accountants?|aseguradora|banco|assurance|banque|versicherung|steuerberat\\w+',
  'real estate':
    'real estate|estate agent(?:s|cy)?|property management|inmobiliaria|agence immobiliere|immobilier|immobilien\\w*|makler',
  construction:
    'construction|builders?|architects?|constructora|arquitectos?|batiment|architectes?|baufirma|bauunternehmen|architekt\\w*',
  manufacturing: 'manufactur\\w+|factory|fabrica|usine|fabricant|hersteller|fabrik|maschinenbau',
  logistics: 'logistics|freight|transport company|logistica|transportes|logistique|transporteur|logistik|spedition',
  retail: 'retail(?:er)?|boutique|bakery|florist|panaderia|boulangerie|backerei|einzelhandel',
  fitness: 'gym|fitness studio|yoga studio|gimnasio|salle de sport|fitnessstudio',
  gambling: 'gambling|casinos?|betting|apuestas|paris sportifs|glucksspiel|wettanbieter|spielothek',
}

/** What people say before the trade they are in; a bare mention may be of anybody. */
const OURS =
  '(?:(?:my|our|a|an|the|for|run|own|mi|nuestr[ao]|un|una|para|mon|ma|notre|une|pour|mein(?:e[nmrs]?)?|unser(?:e[nmrs]?)?|ein(?:e[nmrs]?)?|fur)\\s+(?:\\p{L}+[ -]){0,2})'

const PATTERNS = Object.entries(TRADES).map(
  ([trade, words]) => [trade, anyOf(`${OURS}(?:${words})`), anyOf(words)] as const,
)

/**
 * The trade somebody says they are in: in the policy's own words where these stand there, else by its usual name with the word
 * that shows it ("healthcare clinic"). Only said of themselves, or standing
 * alone between commas; a form's field says nothing else.
 */
export function readIndustry(
  said: Pick<Said, 'text' | 'plain'>,
  wanted: readonly string[],
  isField = false,
): Read<string> | null {
  const { text, plain } = said
  if (/\b(?:are|r) (?:you|u) (?:a|an)\b|\b(?:etes-vous|sind sie|es usted)\b/.test(plain) && !isField) return null
  const own = wanted.map(
    (word) => [word, anyOf(`${isField ? '' : OURS}${escaped(plainOf(word))}(?:s|es|en)?`)] as const,
  )
  for (const [word, pattern] of own) {
    const match = pattern.exec(plain)
    if (match) return { value: word, span: text.slice(match.index, match.index + match[0].length).trim() }
  }
  const clauses = plain.split(/[,.;\n]/u).map((clause) => clause.trim())
  for (const [trade, ours, bare] of PATTERNS) {
    const stands = clauses.find((clause) => bare.exec(clause)?.[0] === clause)
    const match = (isField || stands !== undefined ? bare : ours).exec(plain)
    if (!match) continue
    const named = bare.exec(match[0])?.[0] ?? ''
    return {
      value: named === trade ? trade : `${trade} ${named}`,
      span: text.slice(match.index, match.index + match[0].length).trim(),
    }
  }
  return null
}

/** The kinds of client a message asks about ("do you work with NGOs?"), by the names of the policy's `facts.serves`. */
export function readSectors({ plain }: Pick<Said, 'plain'>, known: readonly string[]): string[] {
  const usual = PATTERNS.flatMap(([trade, , bare]) => (bare.test(plain) ? [trade] : []))
  const own = known.filter((word) => anyOf(`${escaped(word.replace(/[_-]/g, ' '))}(?:s|es|en)?`).test(plain))
  return [...new Set([...own, ...usual])]
}

const escaped = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\s+/g, '\\s+')

/** Titles that are one: what people write, as policies write it. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [
    /\bchief executive( officer)?\b|\bgeschaftsfuhrer(in)?\b|\bdirecteur general\b|\bdirectrice generale\b|\bdirector(a)? general\b|\bpdg\b/g,
    'ceo',
  ],
  [/\bchief operating officer\b/g, 'coo'],
  [/\bchief (technology|technical) officer\b/g, 'cto'],
  [
    /\bchief financial officer\b|\bdirecteur financier\b|\bdirectrice financiere\b|\bdirector(a)? financier[oa]\b/g,
    'cfo',
  ],
  [/\bchief marketing officer\b/g, 'cmo'],
  [/\bvice president\b/g, 'vp'],
  [/\bmanaging director\b/g, 'md'],
  [/\b(co ?)?(founding partner|founder|grunder(in)?|fondateur|fondatrice|fundador(a)?)\b/g, 'founder'],
  [/\b(inhaber(in)?|proprietaire|dueno|duena|proprietor|gerant(e)?)\b/g, 'owner'],
  [/\b(leiter(in)?|responsable|jefe|jefa) (of|der|des|von|de|del|du|la)\b/g, 'head of'],
]

/** What makes a title somebody else's: "assistant to the ceo", "former founder". */
const NOT_THE_TITLE =
  /\b(assistant|assistenz|assistente|asistente|intern|trainee|stagiaire|praktikant(in)?|becari[oa]|student|ex|former(ly)?|ehemalig\w*|ancien(ne)?|deputy|aspiring|future)\b|\b(to|for|fur|pour|para) (the|our|my|unser\w*|le|la|el)\b/

/** Who decides about money in most companies, whatever the policy wants to talk to. */
const DECIDES =
  /^(ceo|coo|cto|cfo|cmo|md|founder|owner|partner|president|principal|director|head of\b.*|vp\b.*|\w+ director|director of\b.*)( (at|of|bei|chez|en|de|von)\b.*)?$/
const NEVER_DECIDES =
  /\b(assistant|intern|trainee|student|praktikant(in)?|stagiaire|becari[oa]|werkstudent(in)?|apprentice)\b/

/** Whether a title is one of those the policy wants; `*` in a pattern stands for any words. */
export function isTitle(role: string, patterns: readonly string[]): boolean {
  const parts = titlesIn(role)
  return patterns.some((pattern) => {
    const wanted = new RegExp(`^(?:\\p{L}+ ){0,2}${source(pattern)}(?: (?:at|of|bei|chez|en|de|von)\\b.*)?$`, 'u')
    return parts.some((part) => wanted.test(part))
  })
}

/** Whether a title decides about money; null where titles of that name may or may not. */
export function decidesByTitle(role: string): boolean | null {
  if (titlesIn(role).some((part) => DECIDES.test(part))) return true
  return NEVER_DECIDES.test(fold(role)) ? false : null
}

/** The titles of somebody who has several ("Founder & CEO"), without those that are another's. */
function titlesIn(role: string): string[] {
  return role
    .split(/[,/&+|()]| and | und | et | y /iu)
    .map((part) => SAME.reduce((words, [pattern, name]) => words.replace(pattern, name), fold(part)))
    .filter((part) => part !== '' && !NOT_THE_TITLE.test(part))
}

const source = (pattern: string): string => {
  const folded = SAME.reduce((words, [like, name]) => words.replace(like, name), fold(pattern, '*'))
  return folded.replace(/[\\^$.+?()[\]{}|]/g, '\\$&').replace(/ \*|\*/g, '(?: .*)?')
}

/** Lower case without accents and signs: what titles are compared as. */
const fold = (text: string, keep = ''): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(keep === '*' ? /[^\p{L}\p{N}*]+/gu : /[^\p{L}\p{N}]+/gu, ' ')
    .trim()

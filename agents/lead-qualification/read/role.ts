import { anyOf, type Read, type Said } from './said.ts'

/** Titles in the four languages; what follows "head of" belongs to them. */
const TITLES = `
  c[efotmp]o|c[eft]o|cio|cro|ciso|chief (?:\\p{L}+ ){1,2}officer
  (?:co-?)?founders?|(?:co-?)?owners?|managing (?:director|partner)|(?:vice )?president|chairman|chairwoman
  (?:head|director|vp|vice president) of (?:WORD ?){1,3}|vp (?:WORD ?){1,2}|(?:\\p{L}+ ){0,2}(?:director|manager|lead)
  (?:cto|ceo)|office manager|assistant|secretary|developer|engineer|designer|consultant|freelancer|intern
  director[a]? (?:general|de \\p{L}+|ejecutiv[oa]|comercial|financier[oa])|gerente|(?:co-?)?fundador[a]?|duen[oa]|propietari[oa]|jef[ea] de \\p{L}+|responsable de \\p{L}+
  pdg|dg|directeur(?: general| commercial| de \\p{L}+| \\p{L}{3,})?|directrice(?: generale| commerciale| de \\p{L}+| \\p{L}{3,})?|gerante?|(?:co-?)?fondat(?:eur|rice)|responsable (?:\\p{L}+ ?){1,2}|chef de \\p{L}+
  geschaftsfuhrer(?:in)?|(?:mit)?(?:inhaber|grunder)(?:in)?|vorstand|(?:abteilungs|projekt|marketing|vertriebs|it-?|betriebs)leiter(?:in)?|leiter(?:in)? (?:der|des) \\p{L}+|prokurist(?:in)?|assistent(?:in)?`
  .trim()
  .split(/\s*\n\s*/)
  .join('|')
  .replaceAll('WORD', '(?!(?:at|in|for|and|from|with|here)\\b)\\p{L}+')

/** How people say what they are. */
const SAYS = anyOf(
  `(?:i am|i'm|im|me,|as|soy|je suis|ich bin|bin)\\s+(?:the|a|an|its|our|your|el|la|le|l'|un|une|der|die|ein|eine|als)?\\s*((?:new |acting |interim )?(?:${TITLES}))`,
)

/** What somebody says they are in their company, as written. */
export function readRole({ text, plain }: Said): Read<string> | null {
  const match = new RegExp(SAYS.source, 'du').exec(plain)
  const at = match?.indices?.[1]
  if (!match || !at) return null
  const span = text.slice(match.index, match.index + match[0].length).trim()
  return { value: text.slice(...at).trim(), span }
}

const DECIDES = anyOf(`
  (?:it's|it is) my (?:call|decision|budget)|i (?:decide|make the decision|sign off)|i'm the (?:decision ?maker|one who decides)
  (?:yo|soy quien) (?:decido|decide)|c'est moi qui (?:decide|valide)|ich entscheide|die entscheidung liegt bei mir`)
const OTHERS_DECIDE = anyOf(`
  (?:need|have) to (?:ask|check with|convince|run (?:it|this) (?:by|past)) (?:my|our|the) (?:boss|manager|board|ceo|husband|wife|partner|director)
  (?:my|our|the) (?:boss|board|manager|ceo|director) (?:decides|will decide|has to (?:approve|decide|sign off))
  (?:mi|nuestro) jefe decide|(?:mon|notre) (?:patron|chef|directeur) decide|(?:mein|unser) chef entscheidet|muss (?:ich )?(?:meinen|mit meinem) chef`)

/** Whether they say that they, or that others, decide; null where they do not say. */
export function readAuthority(said: Said): Read<boolean> | null {
  const others = OTHERS_DECIDE.exec(said.plain)
  const match = others ?? DECIDES.exec(said.plain)
  return match
    ? { value: others === null, span: said.text.slice(match.index, match.index + match[0].length).trim() }
    : null
}

import { anyOf, type Read, type Said } from './said.ts'

const NUMBER = '(?<many>\\d{1,3}(?:[.,]\\d{3})+|\\d{1,6})(?:\\s?(?:-|–|to|bis|a)\\s?(?<most>\\d{1,6}))?\\s?\\+?'
const PEOPLE =
  'people|persons?|employees|staff|ppl|headcount|heads|fte|of us|colleagues|man team|person team|people company|personas|empleados|trabajadores|salaries|personnes|employes|collaborateurs|leute|mitarbeiter(?:innen|inn?en|\\*innen)?|beschaftigte|personen|kollegen|kopfe'

const SAYS = [
  anyOf(`${NUMBER}[ -]?(?:${PEOPLE})`),
  anyOf(
    `(?:team|company|staff|agency|firm|equipo|equipe|empresa|entreprise|firma) (?:of|de|von|mit|aus)(?: about| around| unos| environ| etwa| rund)? ${NUMBER}`,
  ),
  anyOf(
    `(?:we are|we're|were|somos|nous sommes|on est|wir sind)(?: about| around| only| just| a team of| unos| environ| etwa| rund| zu| nur| solo)? ${NUMBER}(?! ?(?:years?|min|km|miles|%|euros?|dollars?|jahre|anos|ans|weeks?|days?|months?))`,
  ),
]
const ALONE = anyOf(`
  just me|it's only me|i'm (?:a )?(?:freelancer|solo founder|sole trader)|one-?(?:man|woman|person) (?:band|show|business|company)
  soy autonom[oa]|solo yo|je suis (?:seule?|independante?|auto-?entrepreneu[rs]e?)|ich bin (?:selbststandig|freiberufl\\w+|einzelunternehmer(?:in)?)`)

/** How many they are; of a range the lower end. */
export function readSize({ text, plain }: Said): Read<number> | null {
  for (const pattern of SAYS) {
    const match = pattern.exec(plain)
    const many = Number(match?.groups?.many?.replace(/[.,]/g, '') ?? 0)
    if (match && many > 0) return { value: many, span: text.slice(match.index, match.index + match[0].length).trim() }
  }
  const alone = ALONE.exec(plain)
  return alone ? { value: 1, span: text.slice(alone.index, alone.index + alone[0].length).trim() } : null
}

/** The number a form's field holds: `40`, `11-50`, `200+`. */
export function readSizeField(value: string): Read<number> | null {
  const match = /\d{1,6}/.exec(value.replace(/(?<=\d)[.,](?=\d{3})/g, ''))
  return match && Number(match[0]) > 0 ? { value: Number(match[0]), span: value.trim() } : null
}

import { anyOf, quoteOf, type Said } from './said.ts'

const REFERRED = anyOf(`
  (?:my|our|a) (?:\\p{L}+ )?(?:friend|colleague|nephew|niece|cousin|brother|sister|boss|partner|client|accountant|wife|husband|neighbou?r)(?: \\p{L}+)? (?:said|told|recommended|mentioned|suggested|referred|says)[^.,!?]{0,30}
  (?:recommended|referred|sent|introduced|intro(?:duction)?) (?:by|from|to (?:you|me) by) \\p{L}+(?: \\p{L}+)?|\\p{L}+ (?:recommended|referred) (?:you|us|me)|heard (?:about you|of you|great things)[^.,!?]{0,30}
  (?:saw|seen|watched|heard|liked|loved|attended) (?:your|the) (?:talk|webinar|presentation|podcast|session|keynote|work|portfolio)
  (?:me|nos) (?:recomendo|recomendaron|hablo de ustedes)|recomendad[oa]s? por \\p{L}+|vi su (?:charla|ponencia)
  (?:recommandee?s?|envoyee?s?|adressee?s?) par \\p{L}+|(?:m'a|nous a) (?:recommande|parle de vous)|(?:j'ai|nous avons) vu votre (?:conference|presentation)
  (?:empfohlen|empfehlung) (?:von|durch)(?: \\p{L}+){1,2}|hat (?:sie|euch|mir sie|uns sie) empfohlen|(?:ihren|euren|deinen) vortrag (?:gesehen|gehort)`)

/** The words that say who or what brought them. */
export const readReferral = (said: Said): string | null => quoteOf(said, REFERRED)

/** Whether a page is one of prices. */
export const isPricingPage = (page: string): boolean =>
  /pric(?:e|es|ing)|tarif|plans?\b|preise?|precios?/iu.test(page.slice(0, 500))

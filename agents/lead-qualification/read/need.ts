import type { Policy } from '#policy/policy.ts'
import { anyOf, plainOf, type Said } from './said.ts'

export type Service = Policy['facts']['services'][number]

/** A service that a message names, with the words that name it. */
export interface Named {
  service: Service
  span: string
}

/** The services of the policy that a message names, in the order they stand there. */
export function readServices({ text, plain }: Pick<Said, 'text' | 'plain'>, services: readonly Service[]): Named[] {
  return services
    .flatMap((service) => {
      const found = service.words.flatMap((words) => {
        const match = patternOf(words).exec(plain)
        return match ? [{ at: match.index, span: text.slice(match.index, match.index + match[0].length) }] : []
      })
      const [first] = found.sort((a, b) => a.at - b.at || b.span.length - a.span.length)
      return first ? [{ service, ...first }] : []
    })
    .sort((a, b) => a.at - b.at || b.span.length - a.span.length)
    .map(({ service, span }) => ({ service, span }))
}

/** `Shopify apps` is also `shopify app`; a word's plural counts as the word. */
function patternOf(words: string): RegExp {
  const parts = plainOf(words)
    .trim()
    .split(/[\s-]+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  const stems = parts.map((word) => (word.length > 3 ? word.replace(/(?:e?s|en)$/, '') : word))
  return anyOf(stems.map((stem) => `${stem}(?:e?s|en|e|n)?`).join('[\\s-]+'))
}

const ASKS = anyOf(`
  (?:do|did|can|could|would|will) (?:you|u|ya|you guys)(?: guys| also| even)? (?:build|do|make|offer|create|design|develop|provide|work|help|handle|sell|take|support)
  (?:you|u) (?:build|do|make|offer|design|develop)|(?:we|i) (?:need|want|are looking for|would like|require)|(?:we're|i'm|i am|we are) (?:looking for|interested in|after|planning)|looking for|need(?:ing)?(?: a| an| some| help)?|interested in|help (?:us|me|with)|want (?:a|an|to)
  hac(?:en|eis|es)|ofrec(?:en|eis|es)|necesit(?:o|amos)|busc(?:o|amos)|quer(?:emos|ria|riamos)|quiero|desarroll(?:an|ais)|trabaj(?:an|ais)
  (?:faites|faites-vous|proposez|proposez-vous|developpez|creez|travaillez)|(?:j'ai|nous avons) besoin|(?:je|nous) (?:cherche|cherchons|voudrais|voudrions|souhaite|souhaitons)
  (?:machen|bauen|bieten|entwickeln|erstellen|arbeiten) (?:sie|ihr)|(?:macht|baut|bietet|entwickelt) ihr|(?:brauche|brauchen|suche|suchen|benotige|benotigen|mochte|mochten)(?: wir| ich)?`)

/** Whether a message says that something is wanted, or asks whether it is done. */
export const asksForSomething = ({ plain }: Pick<Said, 'plain'>): boolean => ASKS.test(plain)

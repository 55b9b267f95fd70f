import { languageOf, phrasesIn } from '#kernel/phrases.ts'
import type { Turn } from './turn-types.ts'

/** Why files of a message are not taken, for whoever sent them: a sentence for each reason, none where all are taken. */
export function untakenFiles({ event, principal }: Turn): string[] {
  const { notTaken } = phrasesIn(languageOf(principal))
  const reasons = new Set((event.media ?? []).flatMap(({ refused }) => refused ?? []))
  return [...reasons].map((reason) => notTaken[reason])
}

import { words } from '../words.ts'

/** Verbs that count in full wherever they stand. */
export function anywhere(verbs: readonly string[]): string[] {
  return verbs.map((verb) => `... ${verb}`)
}

/** The same as refusals, which stand anywhere of themselves. */
export function inside(phrase: string): string {
  return phrase.replace(/^\.\.\. /, '')
}

/** Spanish infinitives, alone and with the pronouns written onto them: "mover", "moverla", "cambiarme". */
export function withPronouns(list: string): string[] {
  const pronouns = ['', 'la', 'lo', 'las', 'los', 'me', 'nos', 'te', 'le', 'mela', 'melo', 'nosla', 'noslo']
  return words(list).flatMap((verb) => pronouns.map((pronoun) => verb + pronoun))
}

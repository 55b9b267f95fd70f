import { languageOf, phrasesIn } from '#kernel/phrases.ts'
import type { Principal } from '#kernel/principal.ts'
import type { Ruling } from '#kernel/ruling.ts'
import type { Model } from '#ports/model.ts'

/** A model that remembers how much of a text it was not given. */
export function noticing(model: Model): { model: Model; leftOut(): number } {
  let most = 0
  return {
    model: {
      name: model.name,
      async ask(ask) {
        const answer = await model.ask(ask)
        if (answer.ok) most = Math.max(most, answer.leftOut ?? 0)
        return answer
      },
    },
    leftOut: () => most,
  }
}

/** What a model understood of the half of a message is not told as if it had been all of it. */
export function readInPart(ruling: Ruling, characters: number, to: Principal): Ruling {
  if (characters === 0) return ruling
  const note = phrasesIn(languageOf(to)).readInPart(characters)
  switch (ruling.type) {
    case 'propose':
      return { ...ruling, notes: [...ruling.notes, note] }
    case 'ask':
      return { ...ruling, question: { ...ruling.question, text: `${note}\n${ruling.question.text}` } }
    case 'answer':
    case 'refuse':
      return { ...ruling, text: `${ruling.text}\n${note}` }
    case 'flag':
      return { ...ruling, evidence: [{ text: note, source: 'model.caps.characters' }, ...ruling.evidence].slice(0, 5) }
    case 'nothing':
      return ruling
  }
}

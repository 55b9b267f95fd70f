import type { Choice, Question } from '#kernel/ruling.ts'
import { foldAnswer, placeIn, yesOrNo } from '#language/answers.ts'
import type { Asking } from '../../request/query.ts'
import { readTapped } from './merge.ts'

/** What was asked, with an answer worked into it. An answer that picks nothing leaves it as it was. */
export function answered(request: Asking, { choices }: Question, answer: string): Asking {
  const picked = pickedFrom(choices, answer)
  switch (request.kind) {
    case 'query':
      return picked ? { ...request, record: picked } : { ...request, name: answer.trim() }
    case 'log':
      return picked ? { ...request, record: picked } : { ...request, name: answer.trim() }
    case 'bulk': {
      const said = picked ?? yesOrNo(answer)
      return said === 'yes' ? { ...request, sure: true } : { ...request, dropped: true }
    }
    case 'provided': {
      const said = picked ?? yesOrNo(answer)
      if (said === 'yes' || said === 'no') return { ...request, sure: said === 'yes' }
      return picked ? { ...request, record: picked } : { ...request, name: answer.trim() }
    }
    case 'merge': {
      const tapped = picked ? readTapped(picked) : null
      return tapped?.kind === 'merge' ? tapped : { ...request, dropped: true }
    }
    case 'fix':
      return request
  }
}

/** The value of the choice that an answer taps, counts or names. */
function pickedFrom(choices: readonly Choice[], answer: string): string | null {
  const said = foldAnswer(answer)
  const exact = choices.find(({ value, label }) => foldAnswer(value) === said || foldAnswer(label) === said)
  if (exact) return exact.value
  const place = placeIn(answer)?.place
  const counted = place === 'last' ? choices.at(-1) : place === undefined ? undefined : choices[place - 1]
  if (counted) return counted.value
  const naming = said.length > 2 ? choices.filter(({ label }) => foldAnswer(label).includes(said)) : []
  return naming.length === 1 ? (naming[0]?.value ?? null) : null
}

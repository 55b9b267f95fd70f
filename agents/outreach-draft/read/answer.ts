import type { Question } from '#kernel/ruling.ts'
import { choiceMeant, takesBack } from '#language/answers.ts'
import type { Agreement, Update, Whom } from '../request.ts'
import { channelIn } from './channel.ts'
import { nameAtStart } from './names.ts'

const LINK = /https:\/\/[^\s<>"]+/iu

/** An update with an answer worked into it. */
export function applyToUpdate(request: Update, question: Question, answer: string, known: ReadonlySet<string>): Update {
  const [slot = ''] = question.slots
  const next: Update = { ...request, learned: null, asked: [...request.asked, slot] }
  const chosen = choiceMeant(question.choices, answer)
  if (chosen === 'no' || (chosen === null && takesBack(answer))) return { ...next, dropped: true }
  switch (slot) {
    case 'who':
      return withWhom(next, question, chosen ?? answer, known)
    case 'text':
      return { ...next, text: answer.trim() }
    case 'way':
      return { ...next, channel: chosen ?? channelIn(answer) ?? next.channel }
    case 'link': {
      const url = LINK.exec(answer)?.[0]
      return url ? { ...next, media: [{ url, name: next.file ?? 'file' }] } : next
    }
    default:
      return next
  }
}

/** The same for an agreement: only who is ever asked. */
export function applyToAgreement(
  request: Agreement,
  question: Question,
  answer: string,
  known: ReadonlySet<string>,
): Agreement {
  const next: Agreement = { ...request, asked: [...request.asked, ...question.slots] }
  const chosen = choiceMeant(question.choices, answer)
  if (chosen === 'no' || (chosen === null && takesBack(answer))) return { ...next, dropped: true }
  return { ...next, whom: [whomIn(chosen ?? answer, known)] }
}

/** Whom an open question was about: the one of several that was not told apart, else all of them. */
function withWhom(request: Update, question: Question, answer: string, known: ReadonlySet<string>): Update {
  const picked = whomIn(answer, known)
  const [, about = ''] = /"([^"]+)"/u.exec(question.text) ?? []
  const at = Math.max(
    0,
    request.whom.findIndex(({ words }) => words === about),
  )
  const before = request.whom[at]
  const whom =
    request.whom.length === 0
      ? [picked]
      : request.whom.map((one, nth) =>
          nth === at ? { ...picked, words: picked.record ? one.words : picked.words } : one,
        )
  const learned =
    picked.record?.startsWith('account:') && before && before.words !== ''
      ? { words: before.words, record: picked.record }
      : null
  return { ...request, whom, learned }
}

const whomIn = (answer: string, known: ReadonlySet<string>): Whom =>
  /^(?:contact|account):/u.test(answer)
    ? { words: '', record: answer }
    : { words: nameAtStart(answer, known)?.words ?? answer.trim(), record: null }

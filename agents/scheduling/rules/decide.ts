import type { RulingDraft } from '#kernel/ruling.ts'
import { phrasesFor } from '../phrases.ts'
import type { Request } from '../request.ts'
import { decideAgain } from './again.ts'
import { decideAgenda } from './agenda.ts'
import { ask } from './ask.ts'
import { decideBlock } from './block.ts'
import { decideBook } from './book.ts'
import { decideCancel } from './cancel.ts'
import type { Facts, SchedulingPolicy } from './facts.ts'
import { decideFree, decideWhoIsFree } from './free.ts'
import { decideLate } from './late.ts'
import { decideLink } from './link.ts'
import { decideMove } from './move.ts'
import { decideOutcome } from './outcome.ts'
import { barOutsider } from './outsider.ts'
import { decideFromPage } from './page.ts'
import { decidePerson, withPerson } from './person.ts'
import { decideRemind } from './remind.ts'
import { decideRsvp } from './rsvp.ts'
import { decideSwap } from './swap.ts'
import { decideTrip } from './trip.ts'
import { decideUpdate } from './update.ts'
import { decideWhy } from './why.ts'

/** What is to be done about a request, given the world as it is: the whole judgement of this agent, pure. */
export function decide(request: Request, facts: Facts, policy: SchedulingPolicy): RulingDraft {
  if (request.dropped) return { type: 'answer', text: phrasesFor(facts).left }
  if (request.fromPage) return decideFromPage(request, facts, policy)
  const barred = barOutsider(request, facts, policy)
  if (barred) return barred
  const ruling = askForDate(request, facts) ?? rulingOf(request, facts, policy)
  return withPerson(request, onlyOnce(request, opened(request, ruling, facts), facts))
}

function rulingOf(request: Request, facts: Facts, policy: SchedulingPolicy): RulingDraft {
  switch (request.kind) {
    case 'book':
    case 'find':
      return decideBook(request, facts, policy)
    case 'block':
      return decideBlock(request, facts, policy)
    case 'trip':
      return decideTrip(request, facts, policy)
    case 'move':
      return decideMove(request, facts, policy)
    case 'swap':
      return decideSwap(request, facts, policy)
    case 'again':
      return decideAgain(request, facts, policy)
    case 'update':
      return decideUpdate(request, facts, policy)
    case 'cancel':
      return decideCancel(request, facts, policy)
    case 'late':
      return decideLate(request, facts, policy)
    case 'outcome':
      return decideOutcome(request, facts)
    case 'agenda':
      return decideAgenda(request, facts)
    case 'free':
      return decideFree(request, facts)
    case 'who_free':
      return decideWhoIsFree(request, facts, policy)
    case 'remind':
      return decideRemind(request, facts)
    case 'link':
      return decideLink(request, facts)
    case 'person':
      return decidePerson(facts)
    case 'rsvp':
      return decideRsvp(request, facts)
    case 'why':
      return decideWhy(request, facts, policy)
  }
}

/** Who was missed hears that before they are asked for another time. */
function opened({ missed, asked }: Request, ruling: RulingDraft, facts: Facts): RulingDraft {
  if (!missed || asked.length > 0 || ruling.type !== 'ask') return ruling
  const { question } = ruling
  return { ...ruling, question: { ...question, text: `${phrasesFor(facts).missed} ${question.text}` } }
}

/** A date that does not exist is named, and never taken for the next best one. */
function askForDate({ noSuchDate, asked }: Request, facts: Facts): RulingDraft | null {
  if (noSuchDate === null || asked.includes('when')) return null
  return ask(phrasesFor(facts).noSuchDate(noSuchDate), ['when'])
}

/** The same thing is not asked twice: what is still unclear after an answer is for a person. */
function onlyOnce(request: Request, ruling: RulingDraft, facts: Facts): RulingDraft {
  if (ruling.type !== 'ask' || !request.stuck) return ruling
  return {
    type: 'flag',
    reason: 'AMBIGUOUS_AFTER_ASK',
    headline: `Answer a question about a meeting: ${ruling.question.text}`,
    rule: 'nothing is asked twice',
    evidence: [],
    reply: phrasesFor(facts).stuck,
  }
}

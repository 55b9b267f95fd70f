import { quoted } from '#kernel/display.ts'
import type { RulingDraft } from '#kernel/ruling.ts'
import { DAY_MS } from '#kernel/units.ts'
import { phrasesFor } from '../phrases.ts'
import type { Request } from '../request.ts'
import { sayDay } from '../say.ts'
import { decideAgain } from './again.ts'
import { decideAgenda } from './agenda.ts'
import { ask, choice, timeValue } from './ask.ts'
import { decideBlock } from './block.ts'
import { decideBook } from './book.ts'
import { decideCancel } from './cancel.ts'
import { type Facts, isMember, type SchedulingPolicy } from './facts.ts'
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
  if (request.several) return { type: 'answer', text: SEVERAL }
  const ruling = askForDate(request, facts) ?? askFarDate(request, facts) ?? rulingOf(request, facts, policy)
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

const SEVERAL =
  'I read more than one move in that, and did none of them. Please send them one at a time, each with its meeting and its new time.'

/** What is said without a year, and comes only in the year after next time round: "20 Nov" on the 23rd, "29 Feb". */
const FAR_MS = 335 * DAY_MS
const PLACES: ReadonlySet<Request['kind']> = new Set(['book', 'find', 'block', 'move', 'remind', 'again'])

/** A date that has just passed is not taken for next year's in silence. */
function askFarDate({ kind, when, asked }: Request, facts: Facts): RulingDraft | null {
  if (!when?.dated || when.span === null || !PLACES.has(kind) || asked.includes('when') || !isMember(facts)) return null
  if (when.startMs < facts.nowMs + FAR_MS || /\d{4}|year|month|week|\bin\b/iu.test(when.text)) return null
  const day = sayDay(when.startMs, facts)
  return ask(
    `${quoted(when.text)} would be ${day}, nearly a year away or more. Is that the day?`,
    ['when'],
    [choice(`Yes, ${day}`, timeValue(when))],
  )
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

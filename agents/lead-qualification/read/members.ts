import { cleanText } from '#kernel/display.ts'
import { yesOrNo } from '#language/answers.ts'
import type { Policy } from '#policy/policy.ts'
import type { AgentInput, Scope } from '#ports/agent.ts'
import { FromTeam, type MemberAsk } from '../request/members.ts'
import { readAdd } from './members/add.ts'
import { readBand, readPattern, readReason, readWhich } from './members/which.ts'

const MOST_KEPT = 2000

/** What a member asks about leads; an answer fills in what was asked. */
export function readTeam(input: AgentInput, scope: Scope<Policy>): FromTeam {
  const earlier = FromTeam.safeParse(input.request)
  if (earlier.success)
    return input.answer === null ? earlier.data : { side: 'team', ask: withAnswer(earlier.data.ask, input.answer) }
  return FromTeam.parse({ side: 'team', ask: readAsk(input.intent, cleanText(input.text).slice(0, MOST_KEPT), scope) })
}

function readAsk(intent: string, text: string, scope: Scope<Policy>): MemberAsk {
  switch (intent) {
    case 'why':
      return { do: 'why', who: readWhich(text), picked: null }
    case 'override':
      return { do: 'override', who: readWhich(text), picked: null, band: readBand(text), reason: readReason(text) }
    case 'digest':
      return { do: 'digest', text }
    case 'never':
      return { do: 'never', pattern: readPattern(text) }
    default:
      return readAdd(text, scope, intent === 'card' ? 'card' : 'add')
  }
}

/** A tapped choice is an id; typed words name a lead, a band, an address or a reason anew. */
function withAnswer(ask: MemberAsk, answer: string): MemberAsk {
  const said = answer.trim()
  switch (ask.do) {
    case 'why':
      return { ...ask, who: said, picked: said }
    case 'override':
      return ask.band === null
        ? { ...ask, band: readBand(said), reason: ask.reason ?? readReason(said) }
        : { ...ask, who: said, picked: said }
    case 'never':
      return { ...ask, pattern: readPattern(said) ?? said }
    case 'card':
      return yesOrNo(said) === 'yes' ? { ...ask, sure: true } : { ...ask, people: [] }
    default:
      return ask
  }
}

import { cleanLine, cleanName } from '#kernel/display.ts'
import { pointAt, said } from '#ladder/point.ts'
import type { AgentInput, Scope } from '#ports/agent.ts'
import { Noted } from '../../prompts.ts'
import type { FromTeam, MemberAsk } from '../../request/members.ts'

const LONGEST = 120

/** A member's words about leads with what a model pointed at in them; what the rules found stands. */
export async function readTeamByModel(
  { text }: AgentInput,
  understood: FromTeam,
  scope: Pick<Scope, 'model' | 'pack'>,
): Promise<FromTeam | null> {
  const noted = await pointAt(scope, { step: 'readTeam', text, schema: Noted, facts: { job: understood.ask.do } })
  if (!noted) return null
  const ask = filledIn(understood.ask, text, noted)
  return JSON.stringify(ask) === JSON.stringify(understood.ask) ? null : { ...understood, ask }
}

function filledIn(ask: MemberAsk, text: string, noted: Noted): MemberAsk {
  const at = (words: string | null): string | null => {
    const found = said(text, words)
    return found && cleanLine(found.words, LONGEST)
  }
  switch (ask.do) {
    case 'add':
    case 'card': {
      const name = at(noted.person)
      const person = { name: name && cleanName(name), email: null, phone: null, role: at(noted.role) }
      return {
        ...ask,
        people: ask.people.length > 0 || name === null ? ask.people : [person],
        company: { ...ask.company, name: ask.company.name ?? at(noted.company) },
        source: ask.source ?? at(noted.source),
        wants: ask.wants ?? at(noted.wants),
      }
    }
    case 'why':
      return { ...ask, who: at(noted.lead) ?? ask.who }
    case 'override': {
      const band = said(text, noted.band?.words) ? (noted.band?.band ?? null) : null
      return { ...ask, who: at(noted.lead) ?? ask.who, band: ask.band ?? band }
    }
    default:
      return ask
  }
}

import { cleanLine } from '#kernel/display.ts'
import { pointAt, said } from '#ladder/point.ts'
import type { Policy } from '#policy/policy.ts'
import type { AgentInput, Scope } from '#ports/agent.ts'
import { leadIn, type PointedLead } from '../prompts.ts'
import type { Inbound } from '../request.ts'
import { readBudget } from './budget.ts'
import { readPlace } from './place.ts'
import { readRole } from './role.ts'
import { saidAs } from './said.ts'
import { readSize } from './size.ts'
import { readTimeline } from './timeline.ts'

const LONGEST_NAME = 120

/**
 * What somebody outside wrote, with the words a model pointed at read into it by the same readers. It is asked only about what
 * they want: whatever else a message does not say, it does not say. What the rules found stands.
 */
export async function readByModel(
  { text }: AgentInput,
  understood: Inbound,
  missing: readonly string[],
  scope: Scope<Policy>,
): Promise<Inbound | null> {
  if (!missing.includes('need')) return null
  const { services } = scope.policy.facts
  const schema = leadIn(services.map(({ name }) => name))
  const pointed = await pointAt(scope, { step: 'read', text, schema })
  if (!pointed) return null
  const filled = filledIn(understood, text, pointed, scope)
  return JSON.stringify(filled) === JSON.stringify(understood) ? null : filled
}

function filledIn(request: Inbound, text: string, pointed: PointedLead, { policy, principal, nowMs }: Scope<Policy>) {
  const how = { language: request.language, nowMs, zone: principal.zone, currency: policy.company.currency }
  const at = <T>(words: string | null, read: (of: ReturnType<typeof saidAs>) => T | null): T | null => {
    const found = said(text, words)
    return found && read(saidAs(found.words, how))
  }
  const wanted = pointed.wants.flatMap(({ service, words }) => {
    const found = said(text, words)
    return found ? [{ name: service, span: found.words }] : []
  })
  const named = wanted.filter(({ name }) => name !== '')
  return {
    ...request,
    services: request.services.length > 0 ? request.services : named,
    asks: request.asks || wanted.length > 0,
    budget: request.budget ?? at(pointed.budget, readBudget),
    timeline: request.timeline ?? at(pointed.timeline, readTimeline),
    headcount: request.headcount ?? at(pointed.headcount, readSize),
    region: request.region ?? at(pointed.region, (words) => readPlace(words, true)),
    role: request.role ?? at(pointed.role, readRole),
    company: {
      ...request.company,
      name: request.company.name ?? at(pointed.company, (words) => cleanLine(words.text, LONGEST_NAME)),
    },
  } satisfies Inbound
}

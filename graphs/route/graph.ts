import { Annotation, END, START, StateGraph } from '@langchain/langgraph'
import { type IntentReader, isRequest, type Part } from '#language/intent.ts'
import type { Agent } from '#ports/agent.ts'
import type { Model } from '#ports/model.ts'
import type { Routed } from '#ports/router.ts'
import { routeByModel } from './by-model.ts'

const RouteState = Annotation.Root({
  text: Annotation<string>,
  /** The jobs found so far; empty until a rung knows. */
  routed: Annotation<Routed[]>,
  /** Requests beside them that are nobody's. */
  left: Annotation<string[]>,
})
type RouteState = typeof RouteState.State

/** `/meet ...`, `!meet ...` or `/desk meet ...`: the sign of a command, the verb, and the rest. */
const COMMAND = /^\s*[/!](?:desk\s+)?(\p{L}+)\b\s*([\s\S]*)$/u

/** What calendar programs send when somebody answers an invitation (iTIP). */
const ANSWERS_INVITATION = /BEGIN:VCALENDAR\b[\s\S]*^METHOD:REPLY\b/im

export interface RouteParts {
  agents: readonly Agent[]
  reader: IntentReader
  model: Model | null
}

/**
 * Whose job is a message? The ladder: an explicit verb needs no reading at all, then the cues (which may find several
 * jobs in one message), then the model where there is one. What no rung knows is nobody's job.
 */
export function buildRouteGraph({ agents, reader, model }: RouteParts) {
  const verbs = new Map(
    agents.flatMap((agent) =>
      agent.cues.flatMap((cue) =>
        cue.slash ? [[cue.slash, { agent: agent.contract.id, intent: cue.intent }] as const] : [],
      ),
    ),
  )
  const verbIn = (text: string) => verbs.get(COMMAND.exec(text)?.[1]?.toLowerCase() ?? '')

  const forms = new Map(
    agents.flatMap((agent) =>
      agent.cues.flatMap((cue) =>
        cue.form ? [[cue.form, { agent: agent.contract.id, intent: cue.intent }] as const] : [],
      ),
    ),
  )
  const formIn = (text: string) => (ANSWERS_INVITATION.test(text) ? forms.get('invitation.reply') : undefined)

  const verb = ({ text }: RouteState) => {
    const form = formIn(text)
    if (form) return { routed: [{ ...form, text, tier: 'rules' as const, confidence: 1, margin: 1, after: null }] }
    const job = verbIn(text)
    const rest = COMMAND.exec(text)?.[2] ?? ''
    return {
      routed: job ? [{ ...job, text: rest, tier: 'rules' as const, confidence: 1, margin: 1, after: null }] : [],
    }
  }
  const cues = ({ text }: RouteState) => {
    const parts = reader.split(text)
    const routed = jobsOf(parts)
    return { routed, left: routed.length > 0 ? leftOf(parts) : [] }
  }
  const askModel = async ({ text }: RouteState) => ({ routed: model ? await routeByModel(model, agents, text) : [] })

  return new StateGraph(RouteState)
    .addNode('verb', verb)
    .addNode('cues', cues)
    .addNode('model', askModel)
    .addConditionalEdges(START, ({ text }) => (formIn(text) || verbIn(text) ? 'verb' : 'cues'), ['verb', 'cues'])
    .addEdge('verb', END)
    .addConditionalEdges('cues', ({ routed }) => (routed.length > 0 || !model ? END : 'model'), ['model', END])
    .addEdge('model', END)
    .compile()
}

/** The parts that ask for something nobody does, in their own words. */
const leftOf = (parts: readonly Part[]): string[] =>
  parts.flatMap((part) => (part.agent === null && isRequest(part.text) ? [part.text.replace(/[\s.!?]+$/u, '')] : []))

/** The parts that are somebody's job, with `after` pointing into what is left. */
function jobsOf(parts: readonly Part[]): Routed[] {
  const kept = parts.flatMap((part, at) => (part.agent && part.intent ? [at] : []))
  return kept.flatMap((at) => {
    const part = parts[at]
    if (!part?.agent || !part.intent) return []
    const after = part.after === null ? -1 : kept.indexOf(part.after)
    return [
      {
        agent: part.agent,
        intent: part.intent,
        text: part.text,
        tier: 'rules',
        confidence: part.confidence,
        margin: part.margin,
        after: after < 0 ? null : after,
      } satisfies Routed,
    ]
  })
}

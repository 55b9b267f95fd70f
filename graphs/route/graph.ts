import { Annotation, END, START, StateGraph } from '@langchain/langgraph'
import type { Audience, Cue } from '#kernel/cue.ts'
import type { Pack } from '#kernel/pack.ts'
import { thresholdIn } from '#ladder/in-pack.ts'
import { type IntentReader, isRequest, type Part } from '#language/intent.ts'
import type { Agent } from '#ports/agent.ts'
import type { Model } from '#ports/model.ts'
import type { Models } from '#ports/models.ts'
import { foundByRules, type Routed, type ToRoute } from '#ports/router.ts'
import { routeByModel } from './by-model.ts'
import { caught, caughtBeside, isCaughtFirst } from './catch.ts'
import { ROUTE_PACK } from './pack.ts'
import type { Pointings } from './pointings.ts'

const RouteState = Annotation.Root({
  message: Annotation<ToRoute>,
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
  /** Reads the messages of one kind of speaker. */
  readerFor(from: Audience): IntentReader
  models: Models
  /** What the model is told; absent: the version in force. */
  pack?: Pack
  /** What agents point at in a message from such a speaker, for the model that finds its job; absent: the job alone is found. */
  pointings?(from: Audience): Pointings
  /** The job of whoever knows a name in a message that no cue knows; absent: nobody's. */
  claims?(message: ToRoute): Promise<Routed[]>
}

const NONE: Pointings = new Map()

interface Named {
  agent: string
  intent: string
  says?: string
}

/**
 * Whose job is a message? The ladder: an explicit verb needs no reading at all; what strangers send by form or e-mail is
 * whoever's catches it; then the cues (which may find several jobs in one message); then whoever catches what came by that
 * door. Only what none of them has a rule for is put to the model, where there is one; what it finds no job in either may be claimed by
 * whoever knows a name in it, and else is nobody's job.
 */
export function buildRouteGraph({
  agents,
  readerFor,
  models,
  pack = ROUTE_PACK,
  pointings = () => NONE,
  claims,
}: RouteParts) {
  const modelFor = ({ event }: ToRoute): Model | null =>
    models.for({ agent: 'route', task: null, event: event ?? null })
  const verbs = namedBy(agents, (cue) => cue.slash)
  const forms = namedBy(agents, (cue) => cue.form ?? null)
  const verbIn = ({ text, from }: ToRoute) => verbs.get(`${from}:${COMMAND.exec(text)?.[1]?.toLowerCase() ?? ''}`)
  const shapes = shapesOf(agents)
  const formIn = ({ text, from }: ToRoute) =>
    ANSWERS_INVITATION.test(text)
      ? forms.get(`${from}:invitation.reply`)
      : shapes.find((one) => one.audience.includes(from) && one.shape.test(text))?.job

  const verb = ({ message }: RouteState) => {
    const form = formIn(message)
    if (form) return { routed: [sure(form, message.text)] }
    const job = verbIn(message)
    return { routed: job ? [sure(job, saidWith(job, COMMAND.exec(message.text)?.[2] ?? ''))] : [] }
  }
  const cues = ({ message }: RouteState) => {
    const reader = readerFor(message.from)
    const parts = reader.split(message.text)
    const routed = jobsOf(parts)
    if (routed.length === 0) return { routed, left: [] }
    // What somebody says of themselves is answered before they are asked about a time.
    const beside = caughtBeside(agents, message, reader, routed)
    return { routed: [...beside, ...routed.map((job) => behind(job, beside.length))], left: leftOf(parts) }
  }
  const catchIt = ({ message }: RouteState) => ({ routed: caught(agents, message) })
  const askModel = async ({ message }: RouteState) => {
    const model = modelFor(message)
    return { routed: model ? await routeByModel(model, pack, agents, pointings(message.from), message) : [] }
  }
  const claimIt = async ({ message }: RouteState) => ({ routed: (await claims?.(message)) ?? [] })
  const afterCues = ({ message, routed }: RouteState) => {
    if (routed.length > 0) return END
    if (caught(agents, message).length > 0) return 'catch'
    if (!isOpen(message, readerFor(message.from), pack)) return END
    return modelFor(message) ? 'model' : 'claim'
  }
  const afterModel = ({ routed }: RouteState) => (routed.length > 0 ? END : 'claim')

  return new StateGraph(RouteState)
    .addNode('verb', verb)
    .addNode('cues', cues)
    .addNode('model', askModel)
    .addNode('claim', claimIt)
    .addNode('catch', catchIt)
    .addConditionalEdges(
      START,
      ({ message }) => (formIn(message) || verbIn(message) ? 'verb' : isCaughtFirst(message) ? 'catch' : 'cues'),
      ['verb', 'cues', 'catch'],
    )
    .addEdge('verb', END)
    .addConditionalEdges('cues', afterCues, ['model', 'claim', 'catch', END])
    .addEdge('catch', END)
    .addConditionalEdges('model', afterModel, ['claim', END])
    .addEdge('claim', END)
    .compile()
}

/** Whether nobody knows whose job a message is: it has words, they are no small talk, and they mean nothing else where they stand. */
function isOpen({ text, rulesOnly }: ToRoute, reader: IntentReader, pack: Pack): boolean {
  if (rulesOnly || !/\p{L}{2}/u.test(text)) return false
  return reader.read(text).confidence < thresholdIn(pack, 'sureOfNobody')
}

const AUDIENCES: readonly Audience[] = ['member', 'client', 'stranger']

/** Jobs by what names them outright, for each kind of speaker: `member:meet`. */
function namedBy(agents: readonly Agent[], nameOf: (cue: Cue) => string | null): ReadonlyMap<string, Named> {
  return new Map(
    agents.flatMap(({ contract, cues }) =>
      cues.flatMap((cue) => {
        const name = nameOf(cue)
        if (name === null) return []
        const job = { agent: contract.id, intent: cue.intent, ...(cue.says && { says: cue.says }) }
        return (cue.audience ?? AUDIENCES).map((from) => [`${from}:${name}`, job] as const)
      }),
    ),
  )
}

/** Shapes of whole messages, with whose job each is. */
const shapesOf = (agents: readonly Agent[]): { shape: RegExp; audience: readonly Audience[]; job: Named }[] =>
  agents.flatMap(({ contract, cues }) =>
    cues.flatMap(({ shapes = [], audience = AUDIENCES, intent }) =>
      shapes.map((shape) => ({ shape, audience, job: { agent: contract.id, intent } })),
    ),
  )

/** The words behind a verb, with what it stands for. */
const saidWith = ({ says }: Named, words: string): string => (says ? `${says} ${words}`.trim() : words)

const sure = (job: Named, text: string): Routed => foundByRules({ ...job, text }, 1)

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

/** A job in a list that others were put in front of. */
const behind = (job: Routed, count: number): Routed => ({
  ...job,
  after: job.after === null ? null : job.after + count,
})

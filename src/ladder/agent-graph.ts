import { Annotation, END, START, StateGraph } from '@langchain/langgraph'
import type { Cue } from '#kernel/cue.ts'
import { type Question, Ruling, type RulingDraft, type Tier } from '#kernel/ruling.ts'
import type { Policy } from '#policy/policy.ts'
import type { AgentGraph, AgentInput, Scope } from '#ports/agent.ts'
import { thresholdIn } from './in-pack.ts'
import { cueWords, plainlyRead, unreadWords } from './unread.ts'

/** What is left open by the rules, for the model rung of an agent. */
export interface Open<Request> {
  /** What the rules made of it. */
  understood: Request
  /** The same as it stood when they would have asked: with the question in it. */
  asking: Request
  /** The slots that would be asked about. */
  missing: readonly string[]
  /** The rules made nothing of it at all. */
  isLost: boolean
  /** The cues did not know whose job it is: what the rules did read may be half of it. */
  unknown: boolean
}

/** The parts of an agent; the graph wires them. */
export interface AgentParts<Request, Facts> {
  cues: readonly Cue[]
  /** Whether words may fill a slot: of others, such as a yes, no model is asked. */
  isWords(slot: string): boolean
  /** Rules tier: the typed request of a message or an answer. */
  read(input: AgentInput, scope: Scope<Policy>): Request | Promise<Request>
  /**
   * Model tier: the same request with what a model pointed at in it; null where that adds nothing. The model is asked once, and
   * only about what `isOpen` in this file calls open.
   */
  readByModel(input: AgentInput, open: Open<Request>, scope: Scope<Policy>): Promise<Request | null>
  /**
   * The words of the message that the rules made something of.
   * @param isLost nothing came of them: whom they took it to be about was a guess
   */
  wordsRead(request: Request, text: string, isLost: boolean): readonly string[]
  /** Whether the rules made nothing of a message, though they ruled: "I found nothing to write down in that". */
  isLost?(request: Request, ruling: Ruling, facts: Facts): boolean
  /** The ruling with what it says worded by the model that writes; only where the policy wants it (`model.rephrases`). */
  rephrase?(ruling: Ruling, request: Request, scope: Scope<Policy>): Promise<Ruling>
  gather(request: Request, scope: Scope<Policy>): Promise<{ request: Request; facts: Facts }>
  /** Pure: what is to be done, and the request as it stands after. */
  decide(request: Request, facts: Facts, scope: Scope<Policy>): { request: Request; ruling: RulingDraft }
}

type Config = { configurable?: { scope?: Scope<Policy> } }

/**
 * The graph of an agent, the ladder in it: the rules read, look up and decide. Where they would have to ask, and the message has
 * words they did not read, the model points at words for what is missing, and it is looked up and decided anew. What is still
 * missing then is asked of a person. Nothing waits in here: a question is a returned value.
 */
export function agentGraph<Request, Facts>(parts: AgentParts<Request, Facts>) {
  const idle = cueWords(parts.cues)
  /** What a run is given, and what its nodes add to it; what goes in and comes out is checked by whoever mounts the agent. */
  const State = Annotation.Root({
    text: Annotation<string>,
    intent: Annotation<string>,
    request: Annotation<unknown>,
    question: Annotation<Question | null>,
    answer: Annotation<string | null>,
    /** Whether nothing was understood or filled in before this run. */
    fresh: Annotation<boolean>,
    /** Whether the cues did not know whose job it is. */
    unknown: Annotation<boolean>,
    understood: Annotation<Request>,
    facts: Annotation<Facts>,
    ruling: Annotation<Ruling>,
    tier: Annotation<Tier>,
  })
  type State = typeof State.State

  const read = async (state: State, config: Config): Promise<Partial<State>> => ({
    understood: await parts.read(state, scopeOf(config)),
    fresh: (state.request ?? null) === null && (state.answer ?? null) === null,
    unknown: state.tier === 'model',
    tier: 'rules',
  })
  const gather = async ({ understood }: State, config: Config): Promise<Partial<State>> => {
    const { request, facts } = await parts.gather(understood, scopeOf(config))
    return { understood: request, facts }
  }
  const decide = ({ understood, facts }: State, config: Config): Partial<State> => {
    const { request, ruling } = parts.decide(understood, facts, scopeOf(config))
    return { request, ruling: Ruling.parse(ruling) }
  }
  /** What the rules would ask for, as far as words can fill it. */
  const missingIn = (ruling: Ruling): readonly string[] =>
    ruling.type === 'ask' && ruling.question.kind === 'input'
      ? ruling.question.slots.filter((slot) => parts.isWords(slot))
      : []
  /**
   * Whether the rules don't know, and the message may say it: they would ask, made nothing of it, or their cues did not even know
   * whose job it is; and they left words unread.
   */
  const isOpen = ({ fresh, unknown, tier, text, understood, facts, ruling }: State, config: Config): boolean => {
    const { model, pack, nowMs, principal } = scopeOf(config)
    if (!model || !fresh || tier === 'model') return false
    const isLost = parts.isLost?.(understood, ruling, facts) ?? false
    if (missingIn(ruling).length === 0 && !isLost && !unknown) return false
    const read = [...parts.wordsRead(understood, text, isLost), ...plainlyRead(text, { nowMs, zone: principal.zone })]
    return unreadWords(text, read, idle).length >= thresholdIn(pack, 'unreadWords')
  }
  const model = async (state: State, config: Config): Promise<Partial<State>> => {
    const { understood, ruling, facts, unknown } = state
    const isLost = parts.isLost?.(understood, ruling, facts) ?? false
    const open = { understood, asking: state.request as Request, missing: missingIn(ruling), isLost, unknown }
    const better = await parts.readByModel(state, open, scopeOf(config))
    return better ? { understood: better, tier: 'model' } : {}
  }

  /** One answer of a task is worded, the first. */
  const wantsWriting = ({ fresh }: State, config: Config): 'write' | typeof END => {
    const { model, policy } = scopeOf(config)
    return parts.rephrase && fresh && model && policy.model.rephrases ? 'write' : END
  }
  const afterModel = (state: State, config: Config) => (state.tier === 'model' ? 'gather' : wantsWriting(state, config))
  const afterDecide = (state: State, config: Config) => {
    return isOpen(state, config) ? 'model' : wantsWriting(state, config)
  }
  const write = async ({ ruling, understood }: State, config: Config): Promise<Partial<State>> => ({
    ruling: (await parts.rephrase?.(ruling, understood, scopeOf(config))) ?? ruling,
  })

  return new StateGraph(State)
    .addNode('read', read)
    .addNode('gather', gather)
    .addNode('decide', decide)
    .addNode('model', model)
    .addNode('write', write)
    .addEdge(START, 'read')
    .addEdge('read', 'gather')
    .addEdge('gather', 'decide')
    .addConditionalEdges('decide', afterDecide, ['model', 'write', END])
    .addConditionalEdges('model', afterModel, ['gather', 'write', END])
    .addEdge('write', END)
    .compile({ checkpointer: false }) satisfies AgentGraph
}

function scopeOf(config: Config): Scope<Policy> {
  const scope = config.configurable?.scope
  if (!scope) throw new TypeError('the graph of an agent is run without a scope')
  return scope
}

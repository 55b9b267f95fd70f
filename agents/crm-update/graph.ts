import { Annotation, END, START, StateGraph } from '@langchain/langgraph'
import { type Question, Ruling, type Tier } from '#kernel/ruling.ts'
import type { Policy } from '#policy/policy.ts'
import type { AgentGraph, Scope } from '#ports/agent.ts'
import { gatherAsking } from './gather/asking.ts'
import { gather } from './gather.ts'
import { readInput } from './read.ts'
import { isAsking, type Request } from './request.ts'
import { decideAsking } from './rules/asking.ts'
import { decide } from './rules/decide.ts'
import type { Facts } from './rules/facts.ts'
import type { QueryFacts } from './rules/reads/facts.ts'

/** What a run is given, and what its nodes add to it; what goes in and comes out is checked by whoever mounts the agent. */
const State = Annotation.Root({
  text: Annotation<string>,
  intent: Annotation<string>,
  request: Annotation<unknown>,
  question: Annotation<Question | null>,
  answer: Annotation<string | null>,
  understood: Annotation<Request | undefined>,
  facts: Annotation<Facts | undefined>,
  /** The same for what is asked of the records. */
  asking: Annotation<QueryFacts | undefined>,
  ruling: Annotation<Ruling | undefined>,
  tier: Annotation<Tier | undefined>,
})
type State = typeof State.State
type Config = { configurable?: { scope?: Scope<Policy> } }

async function read(state: State, config: Config): Promise<Partial<State>> {
  return { understood: await readInput(state, scopeOf(config)), tier: 'rules' }
}

async function look({ understood }: State, config: Config): Promise<Partial<State>> {
  if (!understood) return {}
  const scope = scopeOf(config)
  if (isAsking(understood)) return { asking: await gatherAsking(understood, scope) }
  return { facts: await gather(understood, scope) }
}

function rule({ understood, facts, asking }: State, config: Config): Partial<State> {
  if (!understood) return {}
  if (isAsking(understood))
    return asking ? { request: understood, ruling: Ruling.parse(decideAsking(understood, asking)) } : {}
  if (!facts) return {}
  const { request, ruling } = decide(understood, facts, scopeOf(config).policy)
  return { request, ruling: Ruling.parse(ruling) }
}

function scopeOf(config: Config): Scope<Policy> {
  const scope = config.configurable?.scope
  if (!scope) throw new TypeError('the graph of records is run without a scope')
  return scope
}

/** Reads, looks up, decides. Nothing waits in here: a question is a returned value. */
export const graph = new StateGraph(State)
  .addNode('read', read)
  .addNode('gather', look)
  .addNode('decide', rule)
  .addEdge(START, 'read')
  .addEdge('read', 'gather')
  .addEdge('gather', 'decide')
  .addEdge('decide', END)
  .compile({ checkpointer: false }) satisfies AgentGraph

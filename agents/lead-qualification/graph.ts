import { Annotation, END, START, StateGraph } from '@langchain/langgraph'
import { type Question, Ruling, type Tier } from '#kernel/ruling.ts'
import type { Policy } from '#policy/policy.ts'
import type { AgentGraph, Scope } from '#ports/agent.ts'
import { gatherForTeam, listBeginsMs } from './gather/members.ts'
import { gather } from './gather.ts'
import { readTeam } from './read/members.ts'
import { readInput } from './read.ts'
import type { FromTeam } from './request/members.ts'
import type { Inbound } from './request.ts'
import { decide } from './rules/decide.ts'
import type { Facts } from './rules/facts.ts'
import { decideForTeam } from './rules/members/decide.ts'
import type { TeamFacts } from './rules/members/facts.ts'

/** What a run is given, and what its nodes add to it; checked once by whoever mounts the agent. */
const State = Annotation.Root({
  text: Annotation<string>,
  intent: Annotation<string>,
  request: Annotation<unknown>,
  question: Annotation<Question | null>,
  answer: Annotation<string | null>,
  understood: Annotation<Inbound | undefined>,
  facts: Annotation<Facts | undefined>,
  asked: Annotation<FromTeam | undefined>,
  teamFacts: Annotation<TeamFacts | undefined>,
  ruling: Annotation<Ruling | undefined>,
  tier: Annotation<Tier | undefined>,
})
type State = typeof State.State
type Config = { configurable?: { scope?: Scope<Policy> } }

async function read(state: State, config: Config): Promise<Partial<State>> {
  return { understood: await readInput(state, scopeOf(config)), tier: 'rules' }
}

async function look({ understood }: State, config: Config): Promise<Partial<State>> {
  return understood ? { facts: await gather(understood, scopeOf(config)) } : {}
}

function rule({ understood, facts }: State, config: Config): Partial<State> {
  if (!understood || !facts) return {}
  const { request, ruling } = decide(understood, facts, scopeOf(config).policy)
  return { request, ruling: Ruling.parse(ruling) }
}

const side = (_state: State, config: Config): 'read' | 'readTeam' =>
  scopeOf(config).principal.kind === 'member' ? 'readTeam' : 'read'

function readMember(state: State, config: Config): Partial<State> {
  return { asked: readTeam(state, scopeOf(config)), tier: 'rules' }
}

async function lookForMember({ asked }: State, config: Config): Promise<Partial<State>> {
  return asked ? { request: asked, teamFacts: await gatherForTeam(asked.ask, scopeOf(config)) } : {}
}

function ruleForMember({ asked, teamFacts }: State, config: Config): Partial<State> {
  if (!asked || !teamFacts) return {}
  const { ask } = asked
  const sinceMs = ask.do === 'digest' ? listBeginsMs(ask.text, scopeOf(config)) : teamFacts.nowMs
  return { ruling: Ruling.parse(decideForTeam(ask, teamFacts, sinceMs)) }
}

function scopeOf(config: Config): Scope<Policy> {
  const scope = config.configurable?.scope
  if (!scope) throw new TypeError('the lead qualification graph is run without a scope')
  return scope
}

/** Reads, looks up, decides. Nothing waits in here: a question is a returned value. */
export const graph = new StateGraph(State)
  .addNode('read', read)
  .addNode('gather', look)
  .addNode('decide', rule)
  .addNode('readTeam', readMember)
  .addNode('gatherTeam', lookForMember)
  .addNode('decideTeam', ruleForMember)
  .addConditionalEdges(START, side, ['read', 'readTeam'])
  .addEdge('read', 'gather')
  .addEdge('gather', 'decide')
  .addEdge('decide', END)
  .addEdge('readTeam', 'gatherTeam')
  .addEdge('gatherTeam', 'decideTeam')
  .addEdge('decideTeam', END)
  .compile({ checkpointer: false }) satisfies AgentGraph

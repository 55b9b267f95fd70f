import { Annotation, END, START, StateGraph } from '@langchain/langgraph'
import { Ruling, type Tier } from '#kernel/ruling.ts'
import { readPacks } from '#ladder/read-packs.ts'
import type { Policy } from '#policy/policy.ts'
import type { Agent, AgentGraph, Scope } from '#ports/agent.ts'
import { type Asked, contract } from './contract.ts'
import { CUES } from './cues.ts'
import { knownOf } from './rows.ts'
import { summaryOf } from './summary.ts'
import { readQuestion } from './words.ts'

const State = Annotation.Root({
  text: Annotation<string>,
  request: Annotation<unknown>,
  asked: Annotation<Asked | undefined>,
  ruling: Annotation<Ruling | undefined>,
  tier: Annotation<Tier>,
})
type State = typeof State.State
type Config = { configurable?: { scope?: Scope<Policy> } }

const PACKS = readPacks(new URL('./packs/', import.meta.url), {
  prompts: { step: ['step-1'] },
  thresholds: ['modelCalls', 'looks'],
})

/** Said to whoever only claims to be a member: that there is nothing to tell would not be true. */
const NOT_VOUCHED_FOR: Ruling = {
  type: 'refuse',
  text: 'I tell what happened only where I can be sure who asks: ask me in the team chat or in the console.',
  rule: 'fixed: nobody vouches for who asks',
}

const WEEKDAYS = { monday: 1, saturday: 6, sunday: 7 } as const

function read({ text }: State, config: Config): Partial<State> {
  const { nowMs, principal, policy } = scopeOf(config)
  const weekStart = WEEKDAYS[policy.company.weekStarts]
  const asked = readQuestion(text, { nowMs, zone: principal.zone, weekStart })
  const isVouchedFor = principal.kind === 'member' && principal.assurance === 'verified'
  return { request: asked, asked, tier: 'rules', ...(!isVouchedFor && { ruling: NOT_VOUCHED_FOR }) }
}

/** Only where the rules do not know the whole question a model looks for the answer; what it cannot cite is not said. */
async function byModel({ text }: State, config: Config): Promise<Partial<State>> {
  const scope = scopeOf(config)
  if (!scope.model) return {}
  // Loaded when the first question needs it: a desk without a model never does.
  const { askModel } = await import('./by-model.ts')
  const sentences = await askModel(text, scope, scope.model, scope.pack)
  return sentences.length === 0 ? {} : { ruling: answer(sentences.join('\n')), tier: 'model' }
}

/** What is on file for the time and the name that were understood. */
async function byRules({ asked }: State, config: Config): Promise<Partial<State>> {
  const scope = scopeOf(config)
  if (!asked) return {}
  return { ruling: answer(summaryOf(await knownOf(scope, asked), asked, { ...scope, zone: scope.principal.zone })) }
}

const answer = (text: string): Ruling => Ruling.parse({ type: 'answer', text })

function scopeOf(config: Config): Scope<Policy> {
  const scope = config.configurable?.scope
  if (!scope) throw new TypeError('the graph of questions is run without a scope')
  return scope
}

const graph = new StateGraph(State)
  .addNode('read', read)
  .addNode('by-model', byModel)
  .addNode('by-rules', byRules)
  .addEdge(START, 'read')
  .addConditionalEdges('read', ({ asked, ruling }) => (ruling ? END : asked?.whole ? 'by-rules' : 'by-model'), [
    'by-rules',
    'by-model',
    END,
  ])
  .addConditionalEdges('by-model', ({ ruling }) => (ruling ? END : 'by-rules'), ['by-rules', END])
  .addEdge('by-rules', END)
  .compile({ checkpointer: false }) satisfies AgentGraph

/** Answers members' questions about what happened; mounted like an agent, so that its lookups are scoped and its calls counted. */
export const ask: Agent = { contract, cues: CUES, packs: PACKS, graph }

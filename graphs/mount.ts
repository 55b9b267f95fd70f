import { ACTIONS } from '#kernel/actions/catalogue.ts'
import { brokenLink } from '#kernel/actions/links.ts'
import { DeskError } from '#kernel/errors.ts'
import type { Pack } from '#kernel/pack.ts'
import { Ruling, Tier } from '#kernel/ruling.ts'
import type { Task } from '#kernel/task.ts'
import { packInForce } from '#ladder/read-packs.ts'
import type { Policy } from '#policy/policy.ts'
import type { Agent, AgentOutput, Scope } from '#ports/agent.ts'
import type { Models } from '#ports/models.ts'
import type { TaskInHand } from '#ports/tasks.ts'
import { leanBy } from './lean.ts'
import { lookupsFor } from './lookups/build.ts'
import type { World } from './lookups/scope.ts'
import { noticing, readInPart } from './read-in-part.ts'
import { rememberedLookups, type Shadow } from './shadow.ts'

/** An agent as a task graph runs it. */
export type Mounted = (inHand: TaskInHand) => Promise<AgentOutput>

/**
 * Puts an agent's graph behind its contract: what goes in is typed, what it may look at is scoped to the principal, what
 * comes out is checked, action by action.
 * @param shadow runs the version that is tried in the agent's shadow, later and without acting
 * @throws DeskError AGENT_BROKE_CONTRACT
 */
export function mount(agent: Agent, world: World, models: Models, shadow: Shadow | null = null): Mounted {
  const { contract } = agent
  const packOf = ({ pack }: Task): Pack => agent.packs.find(({ version }) => version === pack) ?? packInForce(agent)
  const lean = leanBy(contract.request)
  const whole = (kept: unknown): unknown =>
    kept === null || kept === undefined ? null : (contract.request.safeParse(kept).data ?? kept)
  return async ({ task, question, answer, message }) => {
    const candidate = shadow && (await shadow.candidate(contract.id))
    const lookups = lookupsFor(
      world,
      { principal: task.principal, conversation: task.conversation, task: task.id },
      contract.lookups,
    )
    const model =
      contract.levels.modelCalls > 0 ? models.for({ agent: contract.id, task: task.id, event: task.inbound }) : null
    const noticed = model && noticing(model)
    const scope: Scope<Policy> = {
      principal: task.principal,
      nowMs: world.clock.nowMs(),
      policy: world.policy(),
      lookups: candidate ? rememberedLookups(lookups) : lookups,
      model: noticed?.model ?? null,
      pack: packOf(task),
      pointed: task.pointed,
      channel: task.channel,
      conversation: task.conversation,
      message,
    }
    const input = {
      text: task.text,
      intent: task.intent,
      tier: task.tier,
      request: whole(task.request),
      question,
      answer,
    }
    const output = (await agent.graph.invoke(input, { configurable: { scope } })) as AgentOutput
    const { request, ruling, tier } = checked(agent, output)
    const active = scope.pack.version
    if (candidate) shadow?.remember({ agent, task: task.id, active, candidate, input, scope, ruling })
    // What a model found once stays a model's finding, whoever read on.
    return {
      request: lean(request),
      ruling: readInPart(ruling, task.pointed?.leftOut || (noticed?.leftOut() ?? 0), task.principal),
      tier: task.tier === 'model' ? 'model' : tier,
    }
  }
}

function checked(agent: Agent, output: AgentOutput): AgentOutput {
  const broke = (problem: string) => new DeskError('AGENT_BROKE_CONTRACT', { agent: agent.contract.id, problem })
  const request = agent.contract.request.safeParse(output.request)
  if (!request.success)
    throw broke(`request: ${request.error.issues[0]?.path.join('.')} ${request.error.issues[0]?.message}`)
  const ruling = Ruling.safeParse(output.ruling)
  if (!ruling.success)
    throw broke(`ruling: ${ruling.error.issues[0]?.path.join('.')} ${ruling.error.issues[0]?.message}`)
  const actions = 'actions' in ruling.data ? ruling.data.actions : []
  for (const [at, action] of actions.entries()) {
    const definition = ACTIONS.get(action.kind)
    if (!definition || definition.inverseOnly || !agent.contract.proposes.includes(action.kind))
      throw broke(`it may not propose ${action.kind}`)
    const args = definition.args.safeParse(action.args)
    if (!args.success)
      throw broke(`${action.kind}: ${args.error.issues[0]?.path.join('.')} ${args.error.issues[0]?.message}`)
    action.args = args.data as Record<string, unknown>
    const link = brokenLink(action.kind, action.args, at)
    if (link !== null) throw broke(`${action.kind}: ${link.slice(0, 40)} names no earlier action of the plan`)
  }
  return { request: request.data, ruling: ruling.data, tier: Tier.parse(output.tier) }
}

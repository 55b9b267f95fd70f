import { interrupt } from '@langchain/langgraph'
import type { Ruling } from '#kernel/ruling.ts'
import type { Stage } from '#kernel/task.ts'
import type { Flags } from '#ports/flags.ts'
import type { Gate } from '#ports/gate.ts'
import type { Performer } from '#ports/performer.ts'
import type { Resumption, TaskInHand, Tasks } from '#ports/tasks.ts'
import type { Mounted } from '../mount.ts'
import type { TaskState } from './state.ts'

/** What the nodes of a task graph act through. */
export interface TaskPorts {
  tasks: Tasks
  gate: Gate
  flags: Flags
  performer: Performer
  agent: Mounted
}

type Update = Partial<TaskState>

/** Runs the agent on what the journal holds of the task: its words, and an answer where one came. */
export const agentNode =
  (ports: TaskPorts) =>
  async (state: TaskState, config: { configurable?: { inHand?: TaskInHand } }): Promise<Update> => {
    const output = await ports.agent(config.configurable?.inHand ?? (await ports.tasks.load(state.taskId)))
    return { ...output, next: afterAgent(output.ruling) }
  }

/** Proposals are judged, questions and flags are opened, and what needs nothing is reported. */
function afterAgent(ruling: Ruling): Stage {
  if ('actions' in ruling && ruling.actions.length > 0) return 'gate'
  return ruling.type === 'ask' || ruling.type === 'flag' ? 'ask' : 'report'
}

/** Policy speaks of every action. A fresh ruling is journaled with its verdicts; a decided plan is judged again. */
export const gateNode =
  (ports: TaskPorts) =>
  async (state: TaskState): Promise<Update> => {
    const { taskId, request, ruling, tier } = state
    return {
      next: ruling ? await ports.gate.judge(taskId, { request, ruling, tier }) : await ports.gate.rejudge(taskId),
    }
  }

/** Opens the question or the flag the task waits for. */
export const askNode =
  (ports: TaskPorts) =>
  async (state: TaskState): Promise<Update> => ({
    next: await ports.flags.open(state.taskId, {
      request: state.request,
      ruling: state.ruling ?? null,
      tier: state.tier,
    }),
  })

/** The pause, alone in its node: a resumed node runs again from its first line, so nothing else may stand here. */
export const waitNode = (): Update => {
  const resumption = interrupt<null, Resumption>(null)
  return { next: afterWait(resumption), ruling: null }
}

/** An answer goes back to the agent, a yes to the gate, everything else is reported. */
export function afterWait(resumption: Resumption): Stage {
  if (resumption.type === 'answer') return 'agent'
  return resumption.verb === 'approve' || resumption.verb === 'edit' ? 'gate' : 'report'
}

/** Does what may be done; what is left to ask about comes after. */
export const performNode =
  (ports: TaskPorts) =>
  async (state: TaskState): Promise<Update> => {
    const { asked } = await ports.performer.perform(state.taskId)
    return { next: asked ? 'ask' : 'report' }
  }

/** Ends the task with what was said and done. */
export const reportNode =
  (ports: TaskPorts) =>
  async (state: TaskState): Promise<Update> => {
    await ports.tasks.end(state.taskId, { request: state.request, ruling: state.ruling ?? null, tier: state.tier })
    return { next: 'end' }
  }

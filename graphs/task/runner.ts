import { type BaseCheckpointSaver, Command, GraphRecursionError, isInterrupted } from '@langchain/langgraph'
import { DeskError } from '#kernel/errors.ts'
import type { Agent } from '#ports/agent.ts'
import type { Flags } from '#ports/flags.ts'
import type { Gate } from '#ports/gate.ts'
import type { Models } from '#ports/models.ts'
import type { Performer } from '#ports/performer.ts'
import type { Resumption, TaskRunner, Tasks } from '#ports/tasks.ts'
import type { World } from '../lookups/scope.ts'
import { mount } from '../mount.ts'
import type { Shadow } from '../shadow.ts'
import { buildTaskGraph, GRAPH_VERSION } from './graph.ts'
import { afterWait } from './nodes.ts'

/** Supersteps one task may take between two pauses; the longest honest path (agent to report with a question) takes 7. */
const STEP_CAP = 12

export interface RunnerParts {
  agents: readonly Agent[]
  world: World
  models: Models
  tasks: Tasks
  gate: Gate
  flags: Flags
  performer: Performer
  checkpointer: BaseCheckpointSaver
  /** What runs beside tasks without acting. */
  shadow?: Shadow
}

/** Runs tasks on LangGraph: one thread a task, deleted when the task neither runs nor waits. */
export function taskRunner(parts: RunnerParts): TaskRunner {
  const { tasks, gate, flags, performer, checkpointer, shadow } = parts
  const graphs = new Map(
    parts.agents.map((agent) => [
      agent.contract.id,
      buildTaskGraph(
        { tasks, gate, flags, performer, agent: mount(agent, parts.world, parts.models, shadow ?? null) },
        checkpointer,
      ),
    ]),
  )
  return {
    async run(taskId, resumption) {
      const inHand = await tasks.load(taskId)
      const graph = graphs.get(inHand.task.agent)
      if (!graph)
        throw new DeskError('AGENT_BROKE_CONTRACT', { agent: inHand.task.agent, problem: 'no such agent is installed' })
      const thread = `${taskId}@${GRAPH_VERSION}`
      const config = {
        configurable: { thread_id: thread, inHand },
        durability: 'exit' as const,
        recursionLimit: STEP_CAP,
      }
      const next = entry(inHand.stage, resumption)
      // The journal is ahead of a pause whose resumption was already acted on before a crash; then it alone is right. So it is
      // where the thread is ahead: it ran to its end, and the crash took what the journal had not flushed.
      const paused =
        resumption && next === afterWait(resumption) && (await graph.getState(config)).next.includes('wait')
      const fresh = {
        taskId,
        next,
        tier: inHand.task.tier,
        request: inHand.task.request,
        ruling: null,
      }
      try {
        const state = paused
          ? await graph.invoke(new Command({ resume: resumption }), config)
          : await graph.invoke(fresh, config)
        if (!isInterrupted(state)) await checkpointer.deleteThread(thread)
      } catch (error) {
        await checkpointer.deleteThread(thread)
        if (error instanceof GraphRecursionError) throw new DeskError('STEP_CAP', { steps: STEP_CAP }, { cause: error })
        throw error
      } finally {
        shadow?.begin()
      }
    },
  }
}

/** Without its thread a task enters where the journal, and what the person said, put it. */
function entry(stage: Awaited<ReturnType<Tasks['load']>>['stage'], resumption: Resumption | undefined) {
  return resumption && stage === 'wait' ? afterWait(resumption) : stage
}

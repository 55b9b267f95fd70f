import { MemorySaver } from '@langchain/langgraph'
import { agents } from '#agents/manifest.ts'
import type { Composition } from '#app/compose.ts'
import { intentReader } from '#app/intent-reader.ts'
import { worldOf } from '#app/world.ts'
import { router } from '#graphs/route/router.ts'
import { taskRunner } from '#graphs/task/runner.ts'
import type { InboundDraft } from '#kernel/inbound.ts'
import type { Task } from '#kernel/task.ts'
import { noModels } from '#ports/models.ts'
import type { Tasks } from '#ports/tasks.ts'

/**
 * The same two graphs without a desk around them: same nodes, same agent, same lookups, LangGraph's own MemorySaver; what
 * the desk writes down is kept in a Map instead. The difference to the desk is the price of its promises.
 */
export function bareGraphs(composition: Composition): (event: InboundDraft, nth: number) => Promise<number> {
  const kept = new Map<string, Task>()
  const tasks: Tasks = {
    load: async (taskId) => {
      const task = kept.get(taskId)
      if (!task) throw new Error(`no task ${taskId}`)
      const message = { channel: task.channel, subject: null, fields: {}, atMs: task.createdMs }
      return { task, stage: 'agent', question: null, answer: null, message }
    },
    end: async (taskId) => {
      kept.delete(taskId)
    },
  }
  const runner = taskRunner({
    agents,
    world: worldOf(composition.context),
    models: noModels,
    tasks,
    gate: { judge: async () => 'perform', rejudge: async () => 'perform' },
    flags: { open: async () => 'report' },
    performer: { perform: async () => ({ asked: false }) },
    checkpointer: new MemorySaver(),
  })
  const routes = router({ agents, readerFor: (from) => intentReader(agents, from), models: noModels })
  return async (event, nth) => {
    const startedMs = performance.now()
    for (const [position, job] of (
      await routes.route({ text: event.text ?? '', from: 'member', channel: event.channel })
    ).jobs.entries()) {
      const id = `bare-${nth}-${position}`
      kept.set(id, {
        id,
        inbound: nth,
        position,
        parent: null,
        conversation: event.conversation,
        channel: event.channel,
        agent: job.agent,
        agentVersion: '1',
        pack: null,
        packHash: null,
        model: null,
        intent: job.intent,
        text: job.text,
        status: 'open',
        tier: job.tier,
        routedBy: null,
        pointed: null,
        request: null,
        simulated: false,
        createdMs: event.atMs,
        endedMs: null,
        principal: {
          kind: 'member',
          id: 'mia',
          name: 'Mia Chen',
          assurance: 'verified',
          email: 'mia@bench.example',
          phone: null,
          zone: 'Etc/UTC',
          roles: ['approver'],
        },
      })
      await runner.run(id)
    }
    return performance.now() - startedMs
  }
}

import { MemorySaver } from '@langchain/langgraph'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { packOf } from '#kernel/pack.ts'
import type { Stage, Task } from '#kernel/task.ts'
import type { Agent } from '#ports/agent.ts'
import { noModels } from '#ports/models.ts'
import type { World } from '../lookups/scope.ts'
import { taskRunner } from './runner.ts'

const agent: Agent = {
  contract: {
    id: 'x',
    version: '1.0.0',
    request: z.unknown(),
    lookups: [],
    proposes: [],
    levels: { p95Ms: 1, modelCalls: 0, askRate: 0 },
  },
  cues: [],
  packs: [packOf({ version: '1.0.0' })],
  graph: { invoke: () => Promise.reject(new Error('the agent has ruled already')) },
}

/** Checkpoints of a process that dies before it deletes the thread of a task it has ended. */
class DiesBeforeDelete extends MemorySaver {
  dead = false
  override async deleteThread(thread: string): Promise<void> {
    if (this.dead) throw new Error('killed')
    await super.deleteThread(thread)
  }
}

test('a thread that ran to its end is no pause: where the journal lost that end, the task is ended again', async () => {
  let stage: Stage = 'ask'
  let ended = 0
  const checkpointer = new DiesBeforeDelete()
  const runner = taskRunner({
    agents: [agent],
    world: {} as World,
    models: noModels,
    tasks: {
      load: async () => ({
        task: { id: 't1', agent: 'x' } as Task,
        stage,
        question: null,
        answer: null,
        message: { channel: 'console', subject: null, fields: {}, atMs: 0 },
      }),
      end: async () => void ended++,
    },
    gate: { judge: async () => 'perform', rejudge: async () => 'perform' },
    flags: { open: async () => 'wait' },
    performer: { perform: async () => ({ asked: false }) },
    checkpointer,
  })
  await runner.run('t1')
  stage = 'wait'
  checkpointer.dead = true
  await expect(runner.run('t1', { type: 'decided', verb: 'take_over' })).rejects.toThrow('killed')
  expect(ended).toBe(1)
  checkpointer.dead = false
  await runner.run('t1', { type: 'decided', verb: 'take_over' })
  expect(ended).toBe(2)
})

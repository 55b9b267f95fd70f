import { Annotation } from '@langchain/langgraph'
import type { Ruling, Tier } from '#kernel/ruling.ts'
import type { Stage } from '#kernel/task.ts'

/** What one task carries from node to node: small plain JSON, for it is written into checkpoints. */
export const TaskState = Annotation.Root({
  taskId: Annotation<string>,
  /** Where the task goes next; every node says it, the edges only follow. */
  next: Annotation<Stage | 'end'>,
  /** What the agent understood and ruled, until the gate has journaled it. */
  request: Annotation<unknown>,
  ruling: Annotation<Ruling | null>,
  tier: Annotation<Tier>,
})
export type TaskState = typeof TaskState.State

import type { Question, Ruling, Tier } from '#kernel/ruling.ts'
import type { Stage, Task } from '#kernel/task.ts'
import type { OpeningMessage } from './agent.ts'

/** What ends a wait, as the desk hands it to a paused task. It was checked and stored before. */
export type Resumption =
  | { type: 'answer'; text: string }
  | { type: 'decided'; verb: 'approve' | 'edit' | 'decline' | 'take_over' | 'expire' }

/** A task as its graph finds it in the journal. */
export interface TaskInHand {
  task: Task
  stage: Stage
  question: Question | null
  answer: string | null
  message: OpeningMessage
}

/** The journal of tasks, for the graph that runs one. */
export interface Tasks {
  load(taskId: string): Promise<TaskInHand>
  /** Ends the task with what was said and done; its status follows from its actions. */
  end(taskId: string, outcome: { request: unknown; ruling: Ruling | null; tier: Tier }): Promise<void>
}

/** Runs tasks; the graphs implement it for the desk. Never throws for what a task did: a failed task is a status. */
export interface TaskRunner {
  /** From wherever the journal says the task stands, to its next pause or its end. */
  run(taskId: string, resumption?: Resumption): Promise<void>
}

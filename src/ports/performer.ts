/** The one place that acts: intent, port call, read-back, ledger. */
export interface Performer {
  /** Performs every intended action of the task, in order; safe to call again after a crash at any point. */
  perform(taskId: string): Promise<{ asked: boolean }>
}

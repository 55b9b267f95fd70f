import type { Ruling, Tier } from '#kernel/ruling.ts'

/** Opens what a task waits for. */
export interface Flags {
  /**
   * A question to the requester or a flag to the responsible person, whichever the ruling or the gate's verdicts call for.
   * Answers `report` where an open flag already covers it (the evidence was added there), and `agent` where a time the
   * question offers was taken meanwhile: nothing was written, look again.
   */
  open(
    taskId: string,
    asked: { request: unknown; ruling: Ruling | null; tier: Tier },
  ): Promise<'wait' | 'report' | 'agent'>
}

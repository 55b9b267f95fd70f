import type { Ruling, Tier } from '#kernel/ruling.ts'

/** Where a judged plan goes next. `agent`: a slot it needs was taken meanwhile; nothing was journaled, look again. */
export type GateOutcome = 'perform' | 'ask' | 'report' | 'agent'

/** Where policy speaks. It reads `before` itself, judges every action and journals the plan with its verdicts. */
export interface Gate {
  /** Judges a fresh proposal and commits the plan; it is on the disk when this resolves if any call will leave the database. */
  judge(taskId: string, proposal: { request: unknown; ruling: Ruling; tier: Tier }): Promise<GateOutcome>
  /** Judges what a person decided, under the policy in force now; it may refuse, never widen. */
  rejudge(taskId: string): Promise<GateOutcome>
}

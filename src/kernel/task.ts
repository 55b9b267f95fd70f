import { z } from 'zod'
import { Principal } from './principal.ts'
import { Tier } from './ruling.ts'

export const TaskStatus = z.enum([
  'open',
  'waiting_requester',
  'waiting_human',
  'done',
  'declined',
  'expired',
  'failed',
])
export type TaskStatus = z.infer<typeof TaskStatus>

/** What a model pointed at in a message when it found whose job that is, so that the job's agent need not ask it again. */
export const Pointed = z.object({
  /** The step of the agent's pack that it answers, and the pack's version. */
  step: z.string(),
  pack: z.string(),
  /** The answer, for the agent to check; null: there is nothing to point at. */
  value: z.unknown(),
  /** Characters of the message that the model was not given. */
  leftOut: z.number().int(),
})
export type Pointed = z.infer<typeof Pointed>

/** One job for one agent; it owns one thread and ends exactly once. */
export const Task = z.object({
  id: z.string(),
  /** Sequence number of the inbound that started it, and its place among that message's intents. */
  inbound: z.number().int(),
  position: z.number().int(),
  parent: z.string().nullable(),
  conversation: z.string(),
  channel: z.string(),
  agent: z.string(),
  agentVersion: z.string(),
  /** Version and hash of the pack it was begun with, and finishes with; null for the desk's own tasks. */
  pack: z.string().nullable(),
  packHash: z.string().nullable(),
  /** The model that stood ready when it was begun; null: rules and people only. */
  model: z.string().nullable(),
  /** `1.0.0#0f3a...`: version and hash of the router's pack, by which a model found whose job it is; null: rules did. */
  routedBy: z.string().nullable(),
  intent: z.string(),
  /** The part of the message that is this task's. */
  text: z.string(),
  principal: Principal,
  status: TaskStatus,
  tier: Tier,
  /** Until the agent has read the message. */
  pointed: Pointed.nullable(),
  /** The agent's typed request as far as it is understood; its own schema checks it. */
  request: z.unknown(),
  simulated: z.boolean(),
  createdMs: z.number().int(),
  endedMs: z.number().int().nullable(),
})
export type Task = z.infer<typeof Task>

/** Statuses in which a task has ended for good. */
export const ENDED: ReadonlySet<TaskStatus> = new Set(['done', 'declined', 'expired', 'failed'])

/** Where a task stands in its graph; the entry edge reads it from the journal, so a crash never repeats a finished step. */
export type Stage = 'agent' | 'gate' | 'ask' | 'wait' | 'perform' | 'report'

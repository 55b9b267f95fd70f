import { z } from 'zod'
import type { Contract } from '#ports/agent.ts'

/** What is asked about: a stretch of time, and whose news it is to be. */
export const Asked = z.object({
  fromMs: z.number().int(),
  /** Exclusive. */
  toMs: z.number().int(),
  /** How the time is called in the answer: `today`, `this week`. */
  called: z.string().max(40),
  /** Whom or what it is about, as it was said; null: everything. */
  about: z.string().max(80).nullable(),
  /** The rules know the whole question; else a model may look for an answer to its words. */
  whole: z.boolean(),
})
export type Asked = z.infer<typeof Asked>

/** Answers members' questions about what happened. It looks up and says; it proposes nothing, ever. */
export const contract: Contract = {
  id: 'ask',
  version: '1.0.0',
  request: Asked,
  lookups: ['history.done', 'history.flags', 'crm.find', 'crm.list', 'crm.activities', 'calendar.events'],
  proposes: [],
  levels: { p95Ms: 30_000, modelCalls: 5, askRate: 0 },
}

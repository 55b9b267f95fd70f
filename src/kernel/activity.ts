import { z } from 'zod'

/** What is kept of something that was said or done, or is to be done, about a record. */
export const ActivityDraft = z.strictObject({
  kind: z.enum(['note', 'task', 'call']),
  about: z.strictObject({ kind: z.enum(['account', 'contact', 'deal', 'lead']), id: z.string().min(1) }),
  /** When it was, or was written down: ISO 8601 instant in UTC. */
  at: z.iso.datetime(),
  text: z.string().min(1),
  /** E-mail address or policy id of whoever wrote it. */
  by: z.string().nullable().default(null),
  /** Of a task: whose it is. */
  owner: z.string().nullable().default(null),
  /** Of a task: until when. */
  due: z.iso.date().nullable().default(null),
  done: z.boolean().default(false),
})
export type ActivityDraft = z.infer<typeof ActivityDraft>

/** A note, task or call on file. */
export interface Activity extends ActivityDraft {
  id: string
  version: string
}

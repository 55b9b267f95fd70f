import { z } from 'zod'

/** Somebody on file: this is who counts as a client. */
export const Contact = z.object({
  id: z.string(),
  name: z.string().nullable(),
  emails: z.array(z.string()),
  phones: z.array(z.string()),
  company: z.string().nullable(),
  /** E-mail address of the responsible member, or their policy id as it was imported. */
  owner: z.string().nullable(),
  status: z.string().nullable(),
  notes: z.string().nullable(),
  custom: z.record(z.string(), z.string()),
  version: z.string(),
})
export type Contact = z.infer<typeof Contact>

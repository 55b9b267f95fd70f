import { z } from 'zod'

/** What is kept of a company that the team deals with. */
export const AccountDraft = z.strictObject({
  name: z.string().min(1),
  /** Hosts of its mail and sites, without `www.`. */
  domains: z.array(z.string().min(1)).default([]),
  /** What people call it, too. */
  aliases: z.array(z.string().min(1)).default([]),
  /** As it was written. */
  country: z.string().nullable().default(null),
  /** E-mail address of the responsible member, or their policy id as it was imported. */
  owner: z.string().nullable().default(null),
  notes: z.string().nullable().default(null),
  /** The team's own fields. */
  custom: z.record(z.string(), z.string()).default({}),
})
export type AccountDraft = z.infer<typeof AccountDraft>

/** A company on file. */
export interface Account extends AccountDraft {
  id: string
  version: string
}

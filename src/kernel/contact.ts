import { z } from 'zod'

/** One of several in a cell, so it holds no `;`. */
const Reach = z
  .string()
  .regex(/^[^;]+$/)
  .refine((text) => text.trim() === text, { error: 'no blanks around it' })

/** What is kept of a person. */
export const ContactDraft = z.strictObject({
  name: z.string().nullable().default(null),
  emails: z.array(Reach).default([]),
  phones: z.array(Reach).default([]),
  company: z.string().nullable().default(null),
  /** E-mail address of the responsible member, or their policy id as it was imported. */
  owner: z.string().nullable().default(null),
  status: z.string().nullable().default(null),
  notes: z.string().nullable().default(null),
  /** The team's own fields. */
  custom: z.record(z.string(), z.string()).default({}),
})
export type ContactDraft = z.infer<typeof ContactDraft>

/** Somebody on file: this is who counts as a client. */
export const Contact = ContactDraft.extend({ id: z.string(), version: z.string() })
export type Contact = z.infer<typeof Contact>

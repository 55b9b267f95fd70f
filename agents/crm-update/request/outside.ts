import { z } from 'zod'

/** What somebody outside the team asks about their own record: it always goes to a person. */
export const Outside = z.object({
  kind: z.literal('outside'),
  /** `erase`: to be forgotten; `access`: to see what is kept; `update`: a fact about themselves changed; `other`: not theirs to ask. */
  wish: z.enum(['erase', 'access', 'update', 'other']),
  /** Their words, cut. */
  words: z.string(),
  /** A new address or number they give. */
  email: z.string().nullable(),
  phone: z.string().nullable(),
})
export type Outside = z.infer<typeof Outside>

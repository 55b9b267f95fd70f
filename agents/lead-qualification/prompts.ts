import { z } from 'zod'
import { Band } from '#kernel/lead.ts'

const words = z.string().nullable()

/**
 * What a model points at in what somebody outside wrote. Services are labels of a closed list; everything else is words of the
 * message, copied, and read by the same readers as everything else.
 * @param services what the policy says the company does
 */
export const leadIn = (services: readonly string[]) =>
  z.object({
    wants: z.array(z.object({ service: z.enum(['', ...services]), words: z.string() })),
    budget: words,
    timeline: words,
    headcount: words,
    region: words,
    role: words,
    company: words,
  })
export type PointedLead = z.infer<ReturnType<typeof leadIn>>

/** What a model points at in a member's words about leads. */
export const Noted = z.object({
  person: words,
  role: words,
  company: words,
  source: words,
  wants: words,
  lead: words,
  band: z.object({ band: Band, words: z.string() }).nullable(),
})
export type Noted = z.infer<typeof Noted>

/** The schemas this agent's packs may name, by step. */
export const SCHEMAS = { read: ['lead-1'], readTeam: ['noted-1'], write: ['text-1'] } as const

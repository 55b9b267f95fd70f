import { z } from 'zod'
import { KINDS } from './request/write.ts'

const words = z.string().nullable()

/** What one thing about one record may be asked for. */
export const QUESTIONS = ['about', 'owner', 'field', 'notes', 'contacted', 'history'] as const

/**
 * What a model points at in a message about records. Whatever is no label of a closed list is words of the message, copied; what
 * they mean is read by the same readers as everything else, so that no amount, date or id is the model's own.
 * @param stages the policy's stages: which of them is meant may be said without its name
 */
export const pointedIn = (stages: readonly string[]) =>
  z.object({
    changes: z.array(
      z.object({
        record: words,
        kind: z.enum(KINDS).nullable(),
        field: z.string(),
        value: z.string(),
        stage: z.enum(['', ...stages]).nullable(),
      }),
    ),
    notes: z.array(z.object({ record: words, text: z.string() })),
    tasks: z.array(z.object({ record: words, text: z.string(), due: words })),
    question: z.object({ record: words, asks: z.enum(QUESTIONS), field: words }).nullable(),
  })
export type Pointed = z.infer<ReturnType<typeof pointedIn>>

/** The schemas this agent's packs may name. */
export const SCHEMAS = ['records-1'] as const

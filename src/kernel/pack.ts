import { z } from 'zod'
import { canonical, sha256 } from './ids.ts'

const Name = z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'a name is one word that begins in lower case')

/** What a model is told at one step, and by which schema its answer is checked. */
export const PackPrompt = z.strictObject({
  /** In the desk's own words; no word of a message stands in it. */
  instruction: z.string().trim().min(1).max(4000),
  /** Id of the response schema. Schemas are code: a pack may only name one that its step knows. */
  schema: z.string().regex(/^[a-z][a-z0-9-]*-\d+$/, 'a schema id ends in its number, such as `read-1`'),
})
export type PackPrompt = z.infer<typeof PackPrompt>

/** What may change of an agent, or of the router, from one version to the next without a release of the code. */
export const PackFile = z.strictObject({
  /** Semantic version; the file is called so. */
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version has three numbers, such as 1.0.0'),
  /** By the name of the step: `read`, `write`. */
  prompts: z.record(Name, PackPrompt).default({}),
  /** By name, each with its unit in it where it has one. */
  thresholds: z.record(Name, z.number().min(0)).default({}),
  cues: z
    .strictObject({
      /** Intents that are not heard in plain words; an explicit verb still starts them. */
      off: z.array(z.string()).default([]),
      /** Whole messages that mean an intent, beside those the code knows. */
      examples: z.record(z.string(), z.array(z.string().min(1).max(200)).max(50)).default({}),
    })
    .prefault({}),
})

/** A pack as it was read. Two packs with the same hash say the same, however their files are written. */
export interface Pack extends Readonly<z.infer<typeof PackFile>> {
  readonly hash: string
}

/** The pack a parsed file holds. @throws z.ZodError */
export function packOf(file: unknown): Pack {
  const parsed = PackFile.parse(file)
  return { ...parsed, hash: sha256(canonical(parsed)).slice(0, 16) }
}

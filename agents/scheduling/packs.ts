import { readPacks } from '#ladder/read-packs.ts'
import { SCHEMAS } from './prompts.ts'

/** What the model rung of scheduling is told, version by version. */
export const PACKS = readPacks(new URL('./packs/', import.meta.url), {
  prompts: { read: SCHEMAS },
  thresholds: ['unreadWords'],
})
